package dev.gatehouse.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Promise 5: secrets stay secret. */
class SecretTest {
  @Test
  void printsAsRedactedWhereverItIsHeld() {
    Secret token = Secret.of("hunter2");
    ReplyTarget reply = new ReplyTarget.InteractionReply("77", token, Instant.EPOCH);

    assertEquals("[redacted]", token.toString());
    assertFalse(reply.toString().contains("hunter2"));
  }

  @Test
  void comparesByValue() {
    assertEquals(Secret.of("a"), Secret.of("a"));
    assertNotEquals(Secret.of("a"), Secret.of("b"));
  }

  @Test
  void isNeverBlank() {
    assertThrows(IllegalArgumentException.class, () -> Secret.of(" "));
  }
}
