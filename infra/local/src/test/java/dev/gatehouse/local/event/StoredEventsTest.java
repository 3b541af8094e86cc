package dev.gatehouse.local.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.local.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant STORED = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"interaction-ping.json", "interaction-help.json"})
  void theStoredSignatureIsThatOfTheTestKey(String name) throws IOException {
    JsonNode stored = JSON.readTree(Files.readString(event(name)));

    JsonNode signedAgain = JSON.readTree(SignedEvent.of(event(name), STORED).toJson());

    assertThat(signedAgain).isEqualTo(stored);
  }

  @Test
  void aFreshSignatureTakesTheNewTime() throws IOException {
    Instant now = Instant.parse("2026-07-01T12:00:00Z");

    JsonNode fresh = JSON.readTree(SignedEvent.of(event("interaction-ping.json"), now).toJson());

    String timestamp = fresh.path("headers").path("x-signature-timestamp").asText();
    assertThat(timestamp).isEqualTo(String.valueOf(now.getEpochSecond()));
    assertThat(fresh.path("headers").path("x-signature-ed25519").asText())
        .isEqualTo(TestKey.sign(timestamp, fresh.path("body").asText()));
  }

  @Test
  void theCurlCommandCarriesBodyAndSignature() throws IOException {
    String command =
        SignedEvent.of(event("interaction-help.json"), STORED).toCurl("http://localhost:1/x");

    assertThat(command).startsWith("curl -sS -i -H 'content-type: application/json' ");
    assertThat(command).contains("'x-signature-timestamp: 1767225600'");
    assertThat(command).endsWith(" 'http://localhost:1/x'");
  }

  @Test
  void anEventWithoutSignatureIsRefused() {
    IOException refused =
        assertThatExceptionOfType(IOException.class)
            .isThrownBy(() -> SignedEvent.of(event("sqs-turn.json"), STORED))
            .actual();

    assertThat(String.valueOf(refused.getMessage()).contains("x-signature-ed25519")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"sqs-gateway-message.json", "sqs-interaction.json", "sqs-turn.json"})
  void theQueuedBodiesAreMessagesOfOurs(String name) throws IOException {
    JsonNode body =
        JSON.readTree(Files.readString(event(name))).path("Records").path(0).path("body");

    Class<?> expected =
        switch (name) {
          case "sqs-gateway-message.json" -> GatewayEvent.class;
          case "sqs-interaction.json" -> InteractionReceived.class;
          default -> TurnRequested.class;
        };

    assertThat(MessageCodec.decode(body.asText())).isInstanceOf(expected);
  }

  private static Path event(String name) {
    return Repository.file("events/" + name);
  }
}
