package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
      assertThat(endpoint(clients.sqs())).isEqualTo(Optional.of(URI.create("http://127.0.0.1:2")));
      assertThat(clients.dynamo().serviceClientConfiguration().endpointOverride())
          .isEqualTo(Optional.of(ALL));
      assertThat(clients.s3().serviceClientConfiguration().endpointOverride())
          .isEqualTo(Optional.of(ALL));
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
      assertThat(endpoint(clients.sqs())).isEmpty();
      assertThat(clients.sqs().serviceClientConfiguration().region().id()).isEqualTo("eu-west-1");
    }
  }

  @Test
  void makesEachClientOnce() {
    try (AwsClients clients = clients(Map.of())) {
      assertThat(clients.sqs()).isSameAs(clients.sqs());
      assertThat(clients.dynamo()).isSameAs(clients.dynamo());
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

      assertThat(asked).isEqualTo(List.of("DynamoDB_20120810.GetItem"));
    } finally {
      dynamo.stop(0);
    }
  }

  @Test
  void aTouchOfATableThatDoesNotAnswerSaysNothing() {
    try (AwsClients clients = clients(Map.of())) {
      assertThatCode(() -> clients.touch("conversations")).doesNotThrowAnyException();
    }
  }

  @Test
  void handsOutItsCredentials() {
    try (AwsClients clients = clients(Map.of("AWS_SESSION_TOKEN", "token"))) {
      AwsCredentials credentials = clients.credentials().current();

      assertThat(credentials.accessKeyId()).isEqualTo("AKIDEXAMPLE");
      assertThat(credentials.secretAccessKey().reveal()).isEqualTo("no-secret");
      assertThat(credentials.sessionToken().reveal()).isEqualTo("token");
      assertThat(clients.credentials().current()).isSameAs(credentials);
    }
    try (AwsClients clients = clients(Map.of())) {
      assertThat(clients.credentials().current().sessionToken()).isNull();
    }
  }

  @Test
  void signsWithTheCredentialsThatItIsGiven() {
    AwsCredentials given = new AwsCredentials("ours", Secret.of("key"), Secret.of("token"));
    try (AwsClients clients = AwsClients.of(Settings.of(Environments.at(ALL)), () -> given)) {
      assertThat(clients.credentials().current()).isEqualTo(given);
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
          assertThatExceptionOfType(TableUnavailableException.class)
              .isThrownBy(() -> table.get(new Key("p", "s")))
              .actual();
      assertThat(e.getMessage().contains("nobody has any")).as(e::getMessage).isTrue();
    }
  }

  @Test
  void saysThatTheChainHasNoCredentials() {
    SdkCredentials credentials =
        new SdkCredentials(() -> {
          throw SdkClientException.create("nobody has any");
        });

    String message =
        assertThatExceptionOfType(CredentialsUnavailableException.class)
            .isThrownBy(credentials::current)
            .actual()
            .getMessage();
    assertThat(message).contains("nobody has any");
  }

  @Test
  void aMalformedEndpointIsNamed() {
    try (AwsClients clients = clients(Map.of("AWS_ENDPOINT_URL_SQS", "nonsense"))) {
      String message =
          assertThatExceptionOfType(InvalidSettingException.class)
              .isThrownBy(clients::sqs)
              .actual()
              .getMessage();
      assertThat(message).contains("AWS_ENDPOINT_URL_SQS");
    }
  }

  @Test
  void aQueueThatNobodyServesIsNamed() {
    URI url = URI.create("http://127.0.0.1:1/1/q.fifo");
    try (AwsClients clients = clients(Map.of())) {
      SdkQueue queue = clients.queue(url);

      QueueUnavailableException e =
          assertThatExceptionOfType(QueueUnavailableException.class)
              .isThrownBy(() -> queue.receive(1, Duration.ZERO))
              .actual();
      assertThat(e.getMessage().contains(url.toString())).as(e::getMessage).isTrue();
      assertThat(e.summary())
          .isEqualTo("queue " + url + ": SdkClientException by ConnectException");
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
