package dev.gatehouse.cloud.sdk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.sdk.emulator.Environments;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;

final class AwsClientsTest {
  private static final URI ALL = URI.create("http://127.0.0.1:1");

  @Test
  void aServicesOwnEndpointGoesBeforeTheOneForAll() {
    try (AwsClients clients = clients(Map.of("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:2"))) {
      assertEquals(Optional.of(URI.create("http://127.0.0.1:2")), endpoint(clients.sqs()));
      assertEquals(
          Optional.of(ALL), clients.dynamo().serviceClientConfiguration().endpointOverride());
      assertEquals(Optional.of(ALL), clients.s3().serviceClientConfiguration().endpointOverride());
    }
  }

  @Test
  void withoutOverridesTheRegionSaysWhere() {
    Settings settings =
        Settings.of(
            Map.of(
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "key"));
    try (AwsClients clients = AwsClients.of(settings)) {
      assertEquals(Optional.empty(), endpoint(clients.sqs()));
      assertEquals("eu-west-1", clients.sqs().serviceClientConfiguration().region().id());
    }
  }

  @Test
  void makesEachClientOnce() {
    try (AwsClients clients = clients(Map.of())) {
      assertSame(clients.sqs(), clients.sqs());
      assertSame(clients.dynamo(), clients.dynamo());
    }
  }

  @Test
  void aTouchReachesTheTable() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer dynamo =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    dynamo.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[] {'{', '}'});
          exchange.close();
        });
    dynamo.start();
    URI endpoint = URI.create("http://127.0.0.1:" + dynamo.getAddress().getPort());
    try (AwsClients clients = AwsClients.of(Settings.of(Environments.at(endpoint)))) {
      clients.touch("conversations");

      assertEquals(List.of("DynamoDB_20120810.GetItem"), asked);
    } finally {
      dynamo.stop(0);
    }
  }

  @Test
  void aTouchOfATableThatDoesNotAnswerSaysNothing() {
    try (AwsClients clients = clients(Map.of())) {
      assertDoesNotThrow(() -> clients.touch("conversations"));
    }
  }

  @Test
  void handsOutItsCredentials() {
    try (AwsClients clients = clients(Map.of("AWS_SESSION_TOKEN", "token"))) {
      AwsCredentials credentials = clients.credentials().current();

      assertEquals("AKIDEXAMPLE", credentials.accessKeyId());
      assertEquals("no-secret", credentials.secretAccessKey().reveal());
      assertEquals("token", credentials.sessionToken().reveal());
      assertSame(credentials, clients.credentials().current());
    }
    try (AwsClients clients = clients(Map.of())) {
      assertNull(clients.credentials().current().sessionToken());
    }
  }

  @Test
  void signsWithTheCredentialsThatItIsGiven() {
    AwsCredentials given = new AwsCredentials("ours", Secret.of("key"), Secret.of("token"));
    try (AwsClients clients = AwsClients.of(Settings.of(Environments.at(ALL)), () -> given)) {
      assertEquals(given, clients.credentials().current());
    }
  }

  @Test
  void aTableWithoutCredentialsIsUnavailable() {
    CredentialsSource nobody =
        () -> {
          throw new CredentialsUnavailableException("nobody has any", null);
        };
    try (AwsClients clients = AwsClients.of(Settings.of(Environments.at(ALL)), nobody)) {
      Table table = clients.table("t");

      TableUnavailableException e =
          assertThrows(TableUnavailableException.class, () -> table.get(new Key("p", "s")));
      assertTrue(e.getMessage().contains("nobody has any"), e::getMessage);
    }
  }

  @Test
  void saysThatTheChainHasNoCredentials() {
    SdkCredentials credentials =
        new SdkCredentials(() -> {
          throw SdkClientException.create("nobody has any");
        });

    String message =
        assertThrows(CredentialsUnavailableException.class, credentials::current).getMessage();
    assertTrue(message.contains("nobody has any"), message);
  }

  @Test
  void aMalformedEndpointIsNamed() {
    try (AwsClients clients = clients(Map.of("AWS_ENDPOINT_URL_SQS", "nonsense"))) {
      String message = assertThrows(InvalidSettingException.class, clients::sqs).getMessage();
      assertTrue(message.contains("AWS_ENDPOINT_URL_SQS"), message);
    }
  }

  @Test
  void aQueueThatNobodyServesIsNamed() {
    URI url = URI.create("http://127.0.0.1:1/1/q.fifo");
    try (AwsClients clients = clients(Map.of())) {
      SdkQueue queue = clients.queue(url);

      QueueUnavailableException e =
          assertThrows(QueueUnavailableException.class, () -> queue.receive(1, Duration.ZERO));
      assertTrue(e.getMessage().contains(url.toString()), e::getMessage);
      assertEquals("queue " + url + ": SdkClientException by ConnectException", e.summary());
    }
  }

  private static Optional<URI> endpoint(SqsClient sqs) {
    return sqs.serviceClientConfiguration().endpointOverride();
  }

  private static AwsClients clients(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(Environments.at(ALL));
    environment.putAll(more);
    return AwsClients.of(Settings.of(environment));
  }
}
