package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.BlobUnavailableException;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.sdk.emulator.ObjectServer;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.testkit.blob.BlobStoreContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blobs through the SDK, against a server that knows two calls of S3. */
final class S3BlobsTest implements BlobStoreContract {
  private ObjectServer server;
  private AwsClients clients;

  @BeforeEach
  void start() throws IOException {
    server = new ObjectServer();
    clients = AwsClients.of(Settings.of(Environments.at(server.endpoint())));
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Override
  public BlobStore blobs() {
    return clients.blobs(ObjectServer.BUCKET);
  }

  @Test
  void namesTheBucketThatIsMissing() {
    BlobStore missing = clients.blobs("no-such-bucket");

    String message =
        assertThatExceptionOfType(BlobUnavailableException.class)
            .isThrownBy(() -> missing.get("key"))
            .actual()
            .getMessage();
    assertThat(message).contains("no-such-bucket");
    assertThatThrownBy(() -> missing.put("key", new byte[1]))
        .isInstanceOf(BlobUnavailableException.class);
  }
}
