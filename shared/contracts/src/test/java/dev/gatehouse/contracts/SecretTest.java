package dev.gatehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Promise 5: secrets stay secret. */
class SecretTest {
  @Test
  void printsAsRedactedWhereverItIsHeld() {
    Secret token = Secret.of("hunter2");
    ReplyTarget reply = new ReplyTarget.InteractionReply("77", token, Instant.EPOCH);

    assertThat(token.toString()).isEqualTo("[redacted]");
    assertThat(reply.toString()).doesNotContain("hunter2");
  }

  @Test
  void comparesByValue() {
    assertThat(Secret.of("a")).isEqualTo(Secret.of("a"));
    assertThat(Secret.of("b")).isNotEqualTo(Secret.of("a"));
  }

  @Test
  void isNeverBlank() {
    assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
