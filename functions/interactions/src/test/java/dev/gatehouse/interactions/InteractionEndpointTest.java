package dev.gatehouse.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.discord.signature.ReplayGuard;
import dev.gatehouse.discord.signature.SignatureVerifier;
import dev.gatehouse.interactions.http.WebhookRequest;
import dev.gatehouse.interactions.http.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionEndpointTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String COMMAND =
      """
      {"type":2,"id":"700","application_id":"77","token":"tok","guild_id":"500","channel_id":"600",\
      "member":{"roles":["1"],"user":{"username":"ada","id":"800"}},\
      "data":{"options":[{"name":"question","value":"why?"}],"name":"ask","id":"9"}}\
      """;

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final SignedRequests signed = new SignedRequests(clock);
  private final List<OutgoingMessage> queue = new ArrayList<>();
  private final InteractionEndpoint endpoint = endpoint(this::accept);

  @Test
  void aPingIsAnsweredAtOnce() {
    WebhookResponse response = endpoint.answer(signed.of("{\"type\":1}"));

    assertThat(response).isEqualTo(new WebhookResponse(200, "{\"type\":1}"));
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void aCommandIsDurableThenDeferred() {
    WebhookResponse response = endpoint.answer(signed.of(COMMAND));

    assertThat(response).isEqualTo(new WebhookResponse(200, "{\"type\":5}"));
    InteractionReceived message = onlyMessage();
    assertThat(message.interactionId()).isEqualTo("700");
    assertThat(message.channelId()).isEqualTo("600");
    assertThat(message.guildId()).isEqualTo("500");
    assertThat(message.userId()).isEqualTo("800");
    assertThat(message.token().reveal()).isEqualTo("tok");
    assertThat(message.payload().text()).isEqualTo(COMMAND);
    assertThat(queue.getFirst().groupId()).isEqualTo("discord:600");
    assertThat(queue.getFirst().deduplicationId()).isEqualTo("interaction-discord-700");
  }

  @Test
  void aButtonIsDeferredAsAnUpdate() {
    WebhookResponse response =
        endpoint.answer(signed.of(COMMAND.replace("\"type\":2", "\"type\":3")));

    assertThat(response.body()).isEqualTo("{\"type\":6}");
    assertThat(onlyMessage().acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
  }

  @Test
  void aModalIsTakenInLikeACommand() {
    WebhookResponse response =
        endpoint.answer(signed.of(COMMAND.replace("\"type\":2", "\"type\":5")));

    assertThat(response.body()).isEqualTo("{\"type\":5}");
    assertThat(onlyMessage().type()).isEqualTo(5);
  }

  @Test
  void autocompletionIsAnsweredInline() {
    WebhookResponse response =
        endpoint.answer(signed.of(COMMAND.replace("\"type\":2", "\"type\":4")));

    assertThat(response.body()).isEqualTo("{\"type\":8,\"data\":{\"choices\":[]}}");
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void anEphemeralCommandIsDeferredForItsCallerOnly() {
    WebhookResponse response =
        endpoint.answer(signed.of(COMMAND.replace("\"name\":\"ask\"", "\"name\":\"status\"")));

    assertThat(response.body()).isEqualTo("{\"type\":5,\"data\":{\"flags\":64}}");
  }

  @Test
  void inADirectMessageTheUserStandsByItself() {
    String body =
        """
        {"type":2,"id":"1","application_id":"77","token":"t","user":{"id":"801"},"data":null}\
        """;

    endpoint.answer(signed.of(body));

    assertThat(onlyMessage().userId()).isEqualTo("801");
  }

  @Test
  void theSameInteractionAgainIsAcknowledgedAndNotQueuedAgain() {
    endpoint.answer(signed.of(COMMAND));

    assertThat(endpoint.answer(signed.of(COMMAND)).body()).isEqualTo("{\"type\":5}");
    assertThat(queue.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":9}|type: 9 is unknown",
        "{\"id\":\"1\"}|type: is missing",
        "{\"type\":\"2\"}|type: is missing or no number",
        "{\"type\":{}}|type: is missing or no number",
        "{\"type\":[1,{\"type\":1}],\"id\":\"1\"}|type: is missing or no number",
        "{\"type\":99999999999999999999}|type: is missing or no number",
        "{\"type\":2}|id: is missing",
        "{\"type\":2,\"id\":\"1\",\"application_id\":\"7\",\"token\":\" \"}|token: is missing",
        "{\"type\":2,\"id\":|body: is not JSON",
        "[]|body: must be a JSON object",
        "{\"type\":1} {}|body: must be one JSON object",
        "``|body: must be a JSON object",
      })
  void aMalformedBodyIsRefusedWithTheReason(String body, String reason) {
    WebhookResponse response = endpoint.answer(signed.of(body));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains(reason);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void aBodyOverTheLimitIsRefusedBeforeAnythingElse() {
    WebhookResponse response =
        endpoint.answer(new WebhookRequest(Map.of(), new byte[InteractionEndpoint.MAX_BODY + 1]));

    assertThat(response.status()).isEqualTo(413);
  }

  @Test
  void aStaleOrFutureTimestampIsRefused() {
    long now = NOW.getEpochSecond();

    assertThat(endpoint.answer(signed.of(COMMAND, now - 301)).status()).isEqualTo(401);
    assertThat(endpoint.answer(signed.of(COMMAND, now + 301)).status()).isEqualTo(401);
    assertThat(endpoint.answer(signed.of(COMMAND, now - 299)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-signature-ed25519", "x-signature-timestamp"})
  void aMissingHeaderIsRefused(String header) {
    WebhookRequest whole = signed.of(COMMAND);
    Map<String, String> headers = new HashMap<>(whole.headers());
    headers.remove(header);

    WebhookResponse response = endpoint.answer(new WebhookRequest(headers, whole.body()));

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.body()).contains(header);
  }

  /** Every edge that RFC 8032's verifiers differ in ends in 401, never in an exception. */
  @ParameterizedTest
  @CsvSource({
    "SHORT",
    "LONG",
    "NOT_HEX",
    "UPPER_CASE",
    "S_NOT_REDUCED",
    "SMALL_ORDER_R",
    "EMPTY",
    "FLIPPED"
  })
  void aBadSignatureIsRefused(SignatureEdge edge) {
    WebhookRequest whole = signed.of(COMMAND);
    Map<String, String> headers = new HashMap<>(whole.headers());
    headers.compute("x-signature-ed25519", (name, signature) -> edge.apply(signature));

    WebhookResponse response = endpoint.answer(new WebhookRequest(headers, whole.body()));

    assertThat(response.status()).isEqualTo(401);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void aChangedBodyIsRefused() {
    WebhookRequest whole = signed.of(COMMAND);
    byte[] changed = COMMAND.replace("why?", "how?").getBytes(StandardCharsets.UTF_8);

    assertThat(endpoint.answer(new WebhookRequest(whole.headers(), changed)).status())
        .isEqualTo(401);
  }

  private InteractionEndpoint endpoint(QueueSender events) {
    InteractionEnqueuer enqueuer =
        new InteractionEnqueuer(
            SingleAttempts.on(events),
            new ReplayGuard(Duration.ofMinutes(5), 100),
            Set.of("status"),
            clock);
    return new InteractionEndpoint(
        SignatureVerifier.of(signed.publicKey()),
        enqueuer,
        new JsonFactory(),
        clock,
        (level, message) -> {});
  }

  private List<SendOutcome> accept(List<OutgoingMessage> batch) {
    queue.addAll(batch);
    return batch.stream().<SendOutcome>map(message -> new SendOutcome.Sent("1")).toList();
  }

  private InteractionReceived onlyMessage() {
    assertThat(queue.size()).isEqualTo(1);
    return assertThat(MessageCodec.decode(queue.getFirst().body()))
        .asInstanceOf(type(InteractionReceived.class))
        .actual();
  }
}
