package dev.gatehouse.local.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    assertEquals(stored, signedAgain);
  }

  @Test
  void aFreshSignatureTakesTheNewTime() throws IOException {
    Instant now = Instant.parse("2026-07-01T12:00:00Z");

    JsonNode fresh = JSON.readTree(SignedEvent.of(event("interaction-ping.json"), now).toJson());

    String timestamp = fresh.path("headers").path("x-signature-timestamp").asText();
    assertEquals(String.valueOf(now.getEpochSecond()), timestamp);
    assertEquals(
        TestKey.sign(timestamp, fresh.path("body").asText()),
        fresh.path("headers").path("x-signature-ed25519").asText());
  }

  @Test
  void theCurlCommandCarriesBodyAndSignature() throws IOException {
    String command =
        SignedEvent.of(event("interaction-help.json"), STORED).toCurl("http://localhost:1/x");

    assertTrue(command.startsWith("curl -sS -i -H 'content-type: application/json' "), command);
    assertTrue(command.contains("'x-signature-timestamp: 1767225600'"), command);
    assertTrue(command.endsWith(" 'http://localhost:1/x'"), command);
  }

  @Test
  void anEventWithoutSignatureIsRefused() {
    IOException refused =
        assertThrows(IOException.class, () -> SignedEvent.of(event("sqs-turn.json"), STORED));

    assertTrue(String.valueOf(refused.getMessage()).contains("x-signature-ed25519"));
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

    assertInstanceOf(expected, MessageCodec.decode(body.asText()));
  }

  private static Path event(String name) {
    return Repository.file("events/" + name);
  }
}
