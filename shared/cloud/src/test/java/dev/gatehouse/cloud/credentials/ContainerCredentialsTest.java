package dev.gatehouse.cloud.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    assertThat(credentials.accessKeyId()).isEqualTo("first");
    assertThat(credentials.secretAccessKey().reveal()).isEqualTo("key/+=");
    assertThat(credentials.sessionToken().reveal()).isEqualTo("session");
    assertThat(tokens).isEqualTo(List.of("the-token"));
  }

  @Test
  void keepsThemUntilShortlyBeforeTheirEnd() {
    CredentialsSource source = source();
    source.current();
    body = answer("second", START.plus(VALID.multipliedBy(2)));

    now = START.plus(VALID).minusSeconds(301);
    assertThat(source.current().accessKeyId()).isEqualTo("first");
    now = START.plus(VALID).minusSeconds(300);
    assertThat(source.current().accessKeyId()).isEqualTo("second");
    assertThat(tokens.size()).isEqualTo(2);
  }

  @Test
  void aSnapshotsCredentialsThatExpiredAreReplacedAtTheFirstCall() {
    CredentialsSource source = source();
    source.current();
    now = START.plus(Duration.ofDays(3));
    body = answer("restored", now.plus(VALID));

    assertThat(source.current().accessKeyId()).isEqualTo("restored");
  }

  @Test
  void whatIsStillValidServesWhileRenewingFails() {
    CredentialsSource source = source();
    source.current();
    status = 500;

    now = START.plus(VALID).minusSeconds(60);
    assertThat(source.current().accessKeyId()).isEqualTo("first");
    assertThat(source.current().accessKeyId()).isEqualTo("first");
    assertThat(tokens.size()).as("a failed attempt is not repeated at once").isEqualTo(2);
    now = START.plus(VALID);
    assertThatThrownBy(source::current).isInstanceOf(CredentialsUnavailableException.class);
  }

  /**
   * The machine's clock is off by so much, credentials last for an hour, and after that many
   * seconds the queue's answer has put the clock right, or not.
   */
  @ParameterizedTest
  @CsvSource({
    "PT0S, 3601, false",
    "PT59M, 3601, false",
    "PT1H, 3601, false",
    "PT24H, 3601, false",
    "PT24H, 5, true",
    "PT876000H, 5, true",
    "PT-55M, 5, true",
    "PT-24H, 5, true"
  })
  void freshCredentialsAreUsedWhateverTheClockSays(Duration off, long corrected, boolean atLast) {
    Duration[] ahead = {off};
    InstantSource wrong = () -> now.plus(ahead[0]);
    CredentialsSource source = source(wrong);

    for (int second = 0; second < 3_000; second++) {
      ahead[0] = second < corrected ? off : Duration.ZERO;
      now = START.plusSeconds(second);
      assertThat(source.current().accessKeyId()).isEqualTo("first");
    }
    body = answer("second", START.plus(VALID.multipliedBy(2)));
    now = START.plus(VALID).minusSeconds(120);
    if (atLast) {
      assertThat(source.current().accessKeyId()).as("renewed in time").isEqualTo("second");
      assertThat(tokens).as("requests").hasSizeLessThanOrEqualTo(3);
    } else {
      assertThat(tokens).as("asked at most every ten seconds").hasSizeLessThanOrEqualTo(302);
    }
  }

  @Test
  void whatWasFetchedBeforeServesNoLongerThanItLasts() {
    CredentialsSource source = source();
    source.current();
    status = 500;
    now = START.plus(VALID);
    assertThatThrownBy(source::current).isInstanceOf(CredentialsUnavailableException.class);
    assertThatThrownBy(source::current).isInstanceOf(CredentialsUnavailableException.class);
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
        assertThat(one.get().accessKeyId()).isEqualTo("first");
      }
    }

    assertThat(tokens.size()).isEqualTo(1);
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
            + "\"Expiration\":\"2026-02-30T12:00:00Z\"}"
      })
  void anAnswerThatIsNoneGivesNoCredentials(String wrong) {
    body = wrong;

    assertThatThrownBy(() -> source().current())
        .isInstanceOf(CredentialsUnavailableException.class);
  }

  @Test
  void aRefusalSaysWhoAnsweredWhatAndNoToken() {
    status = 403;

    String message =
        assertThatExceptionOfType(CredentialsUnavailableException.class)
            .isThrownBy(() -> source().current())
            .actual()
            .getMessage();
    assertThat(message).contains("/credentials: answered with status 403");
    assertThat(message).doesNotContain("the-token");
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
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> ContainerCredentials.of(environment, clock()))
            .actual()
            .getMessage();
    assertThat(message).startsWith("AWS_CONTAINER_CREDENTIALS_FULL_URI: must be");
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

    assertThat(CredentialsSources.of(environment, clock()))
        .isInstanceOf(ContainerCredentials.class);
  }

  @Test
  void onEcsThePathIsOfItsOwnEndpointAndComesFirst() {
    Map<String, String> environment =
        Map.of(
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/1",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:9001/c");

    assertThat(ContainerEndpoint.of(environment).toString())
        .isEqualTo("credentials of http://169.254.170.2/v2/credentials/1");
    assertThat(CredentialsSources.of(environment, clock()))
        .isInstanceOf(ContainerCredentials.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@elsewhere.example/c", "v2/credentials", "/v2 credentials"})
  void aPathThatIsNoneIsNamed(String path) {
    Map<String, String> environment = Map.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", path);

    String message =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> ContainerEndpoint.of(environment))
            .actual()
            .getMessage();
    assertThat(message).startsWith("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: must be");
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

    assertThat(CredentialsSources.find(alone, clock()).isPresent()).isTrue();
    assertThat(CredentialsSources.find(both, clock())).isEmpty();
    assertThat(CredentialsSources.find(Map.of(), clock())).isEmpty();
  }

  @Test
  void findsTheVariablesThemselvesWhateverElseIsSet() {
    Map<String, String> environment =
        Map.of(
            "AWS_PROFILE", "other",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "key");

    CredentialsSource found = CredentialsSources.find(environment, clock()).orElseThrow();
    assertThat(found.current().accessKeyId()).isEqualTo("id");
  }

  @Test
  void theVariablesThemselvesComeFirst() {
    Map<String, String> environment =
        Map.of(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:9001/c",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "key");

    assertThat(CredentialsSources.of(environment, clock()).current().accessKeyId()).isEqualTo("id");
  }

  private CredentialsSource source() {
    return source(clock());
  }

  private CredentialsSource source(InstantSource time) {
    return CredentialsSources.of(
        Map.of(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/credentials",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN",
            "the-token"),
        time);
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
