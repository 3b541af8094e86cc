package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RawBatchTest {
  @Test
  void aBatchHasItsLimits() {
    RawEntry entry = RawEntry.of("g", "d", new byte[600_000]);

    assertThatThrownBy(() -> new RawBatch(List.of())).isInstanceOf(IllegalArgumentException.class);
    List<RawEntry> tooMany = Collections.nCopies(11, RawEntry.of("g", "d", new byte[1]));
    assertThatThrownBy(() -> new RawBatch(tooMany)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RawBatch(List.of(entry, entry)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RawEntry.of("g", "d", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RawEntry("g", "d", new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anIdHasItsLength() {
    String longest = "x".repeat(128);
    byte[] body = {'x'};
    assertThat(RawEntry.of(longest, longest, body).groupId()).isEqualTo(longest);
    assertThat(new OutgoingMessage(longest, longest, "x").groupId()).isEqualTo(longest);

    assertNamed("groupId", () -> RawEntry.of(longest + "x", "d", body));
    assertNamed("deduplicationId", () -> RawEntry.of("g", "", body));
    assertNamed("groupId", () -> new OutgoingMessage("", "d", "x"));
    assertNamed("deduplicationId", () -> new OutgoingMessage("g", longest + "x", "x"));
    assertNamed("body", () -> new OutgoingMessage("g", "d", ""));
  }

  @Test
  void noBodyIsPrinted() {
    byte[] body = "content".getBytes(StandardCharsets.UTF_8);

    assertThat(RawEntry.of("g", "d", body).toString()).doesNotContain("content");
    assertThat(new OutgoingMessage("g", "d", "content").toString()).doesNotContain("content");
  }

  private static void assertNamed(String field, Runnable making) {
    String message =
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(making::run)
            .actual()
            .getMessage();
    assertThat(message).startsWith(field + ":");
  }
}
