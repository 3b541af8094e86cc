package dev.gatehouse.cloud.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerCredentialsTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final Duration VALID = Duration.ofHours(1);

  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile Instant now = START;
  private volatile int status = 200;
  private volatile String body = "";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    body = answer("first", START.plus(VALID));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/credentials", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesWithTheToken() {
    AwsCredentials credentials = source().current();

    assertEquals("first", credentials.accessKeyId());
    assertEquals("key/+=", credentials.secretAccessKey().reveal());
    assertEquals("session", credentials.sessionToken().reveal());
    assertEquals(List.of("the-token"), tokens);
  }

  @Test
  void keepsThemUntilShortlyBeforeTheirEnd() {
    CredentialsSource source = source();
    source.current();
    body = answer("second", START.plus(VALID.multipliedBy(2)));

    now = START.plus(VALID).minusSeconds(301);
    assertEquals("first", source.current().accessKeyId());
    now = START.plus(VALID).minusSeconds(300);
    assertEquals("second", source.current().accessKeyId());
    assertEquals(2, tokens.size());
  }

  @Test
  void aSnapshotsCredentialsThatExpiredAreReplacedAtTheFirstCall() {
    CredentialsSource source = source();
    source.current();
    now = START.plus(Duration.ofDays(3));
    body = answer("restored", now.plus(VALID));

    assertEquals("restored", source.current().accessKeyId());
  }

  @Test
  void whatIsStillValidServesWhileRenewingFails() {
    CredentialsSource source = source();
    source.current();
    status = 500;

    now = START.plus(VALID).minusSeconds(60);
    assertEquals("first", source.current().accessKeyId());
    assertEquals("first", source.current().accessKeyId());
    assertEquals(2, tokens.size(), "a failed attempt is not repeated at once");
    now = START.plus(VALID);
    assertThrows(CredentialsUnavailableException.class, source::current);
  }

  @Test
  void manyThreadsFetchOnce() throws Exception {
    CredentialsSource source = source();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one :
          threads.invokeAll(
              IntStream.range(0, 50)
                  .<java.util.concurrent.Callable<AwsCredentials>>mapToObj(i -> source::current)
                  .toList())) {
        assertEquals("first", one.get().accessKeyId());
      }
    }

    assertEquals(1, tokens.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"AccessKeyId\":\"a\"",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"c\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"c\",\"Expiration\":\"soon\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"c\","
            + "\"Expiration\":\"2026-02-30T12:00:00Z\"}",
        "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Token\":\"c\","
            + "\"Expiration\":\"2026-01-31T11:59:59Z\"}"
      })
  void anAnswerThatIsNoneGivesNoCredentials(String wrong) {
    body = wrong;

    assertThrows(CredentialsUnavailableException.class, () -> source().current());
  }

  @Test
  void aRefusalSaysWhoAnsweredWhatAndNoToken() {
    status = 403;

    String message =
        assertThrows(CredentialsUnavailableException.class, () -> source().current()).getMessage();
    assertTrue(message.contains("/credentials: answered with status 403"), message);
    assertFalse(message.contains("the-token"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://10.0.0.1/credentials",
        "http://[fd00:ec2::254]/credentials",
        "ftp://localhost/credentials",
        "localhost:9001",
        "http://"
      })
  void asksNobodyFarWithoutTls(String address) {
    Map<String, String> environment = Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", address);

    String message =
        assertThrows(
                InvalidSettingException.class, () -> ContainerCredentials.of(environment, clock()))
            .getMessage();
    assertTrue(message.startsWith("AWS_CONTAINER_CREDENTIALS_FULL_URI: must be"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9001/c",
        "http://[::1]:9001/c",
        "http://169.254.170.2/c",
        "http://169.254.170.23/v1/credentials",
        "http://[fd00:ec2::23]/v1/credentials",
        "https://credentials.invalid/c"
      })
  void mayAskTheMachineAndWhoeverHasTls(String address) {
    Map<String, String> environment = Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", address);

    assertInstanceOf(ContainerCredentials.class, CredentialsSources.of(environment, clock()));
  }

  @Test
  void onEcsThePathIsOfItsOwnEndpointAndComesFirst() {
    Map<String, String> environment =
        Map.of(
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/1",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:9001/c");

    assertEquals(
        "credentials of http://169.254.170.2/v2/credentials/1",
        ContainerEndpoint.of(environment).toString());
    assertInstanceOf(ContainerCredentials.class, CredentialsSources.of(environment, clock()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@elsewhere.example/c", "v2/credentials", "/v2 credentials"})
  void aPathThatIsNoneIsNamed(String path) {
    Map<String, String> environment = Map.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", path);

    String message =
        assertThrows(InvalidSettingException.class, () -> ContainerEndpoint.of(environment))
            .getMessage();
    assertTrue(message.startsWith("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: must be"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_PROFILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_CONFIG_FILE",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
      })
  void findsNothingWhereAnotherMayKnow(String other) {
    String address = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    Map<String, String> alone = Map.of(address, "http://localhost:9001/c");
    Map<String, String> both = Map.of(address, "http://localhost:9001/c", other, "something");

    assertTrue(CredentialsSources.find(alone, clock()).isPresent());
    assertEquals(Optional.empty(), CredentialsSources.find(both, clock()));
    assertEquals(Optional.empty(), CredentialsSources.find(Map.of(), clock()));
  }

  @Test
  void findsTheVariablesThemselvesWhateverElseIsSet() {
    Map<String, String> environment =
        Map.of(
            "AWS_PROFILE", "other",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "key");

    CredentialsSource found = CredentialsSources.find(environment, clock()).orElseThrow();
    assertEquals("id", found.current().accessKeyId());
  }

  @Test
  void theVariablesThemselvesComeFirst() {
    Map<String, String> environment =
        Map.of(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:9001/c",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "key");

    assertEquals("id", CredentialsSources.of(environment, clock()).current().accessKeyId());
  }

  private CredentialsSource source() {
    return CredentialsSources.of(
        Map.of(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/credentials",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN",
            "the-token"),
        clock());
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String answer(String id, Instant expires) {
    return """
    {"RoleArn": null, "AccessKeyId": "%s", "SecretAccessKey": "key\\/+=",
     "Token": "session", "Expiration": "%s"}
    """
        .formatted(id, expires);
  }
}
