package dev.gatehouse.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.discord.signature.ReplayGuard;
import dev.gatehouse.discord.signature.SignatureVerifier;
import dev.gatehouse.interactions.http.WebhookRequest;
import dev.gatehouse.interactions.http.WebhookResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys of 64 hexadecimal digits that no application has: points of small order, with which a
 * signature can fit every body, and encodings that are not canonical or no point at all.
 */
final class UnusablePublicKeyTest {
  private static final String NEUTRAL =
      "0100000000000000000000000000000000000000000000000000000000000000";
  private static final String NEUTRAL_WITH_SIGN =
      "0100000000000000000000000000000000000000000000000000000000000080";
  private static final String NEUTRAL_NOT_REDUCED =
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
  private static final String ORDER_2 =
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
  private static final String ORDER_4 =
      "0000000000000000000000000000000000000000000000000000000000000000";
  private static final String ORDER_8 =
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";
  private static final String NO_POINT =
      "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String COMMAND =
      """
      {"type":2,"id":"700","application_id":"77","token":"tok","channel_id":"600"}\
      """;

  /** A test that each of the keys is given to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        NEUTRAL,
        NEUTRAL_WITH_SIGN,
        NEUTRAL_NOT_REDUCED,
        ORDER_2,
        ORDER_4,
        ORDER_8,
        NO_POINT
      })
  @Retention(RetentionPolicy.RUNTIME)
  private @interface UnusableKeys {}

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final List<OutgoingMessage> queue = new ArrayList<>();

  /** The signature fits under a verifier that takes the neutral element for a key. */
  @UnusableKeys
  void nothingIsAuthenticAtTheEndpoint(String key) {
    WebhookResponse response = endpoint(key).answer(forged());

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.body()).contains("the signature does not fit the body");
    assertThat(queue).isEmpty();
  }

  @UnusableKeys
  void theStartStopsAndSaysWhichSettingAndWhatWouldBeRight(String key) {
    Map<String, String> environment =
        Map.of(
            "DISCORD_PUBLIC_KEY", key,
            "EVENTS_QUEUE_URL", "http://127.0.0.1:1/1/events.fifo",
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local");

    InvalidSettingException e =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> new InteractionsHandler(environment))
            .actual();

    assertThat(e).hasMessageStartingWith("DISCORD_PUBLIC_KEY: ");
    assertThat(e.getMessage()).contains("is no Ed25519 public key");
    assertThat(e.getMessage()).contains("application's page");
  }

  private static WebhookRequest forged() {
    return new WebhookRequest(
        Map.of(
            "x-signature-ed25519",
            ForgedSignature.underTheNeutralKey(),
            "x-signature-timestamp",
            Long.toString(NOW.getEpochSecond())),
        COMMAND.getBytes(StandardCharsets.UTF_8));
  }

  private InteractionEndpoint endpoint(String key) {
    InteractionEnqueuer enqueuer =
        new InteractionEnqueuer(
            SingleAttempts.on(this::accept),
            new ReplayGuard(Duration.ofMinutes(5), 100),
            Set.of(),
            clock);
    return new InteractionEndpoint(
        SignatureVerifier.of(key), enqueuer, new JsonFactory(), clock, (_, _) -> {});
  }

  private List<SendOutcome> accept(List<OutgoingMessage> batch) {
    queue.addAll(batch);
    return batch.stream().<SendOutcome>map(_ -> new SendOutcome.Sent("1")).toList();
  }
}
