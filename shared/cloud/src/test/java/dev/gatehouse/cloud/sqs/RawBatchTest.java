package dev.gatehouse.cloud.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RawBatchTest {
  @Test
  void aBatchHasItsLimits() {
    RawEntry entry = RawEntry.of("g", "d", new byte[600_000]);

    assertThrows(IllegalArgumentException.class, () -> new RawBatch(List.of()));
    List<RawEntry> tooMany = Collections.nCopies(11, RawEntry.of("g", "d", new byte[1]));
    assertThrows(IllegalArgumentException.class, () -> new RawBatch(tooMany));
    assertThrows(IllegalArgumentException.class, () -> new RawBatch(List.of(entry, entry)));
    assertThrows(IllegalArgumentException.class, () -> RawEntry.of("g", "d", new byte[0]));
    assertThrows(IndexOutOfBoundsException.class, () -> new RawEntry("g", "d", new byte[3], 2, 2));
  }

  @Test
  void anIdHasItsLength() {
    String longest = "x".repeat(128);
    byte[] body = {'x'};
    assertEquals(longest, RawEntry.of(longest, longest, body).groupId());
    assertEquals(longest, new OutgoingMessage(longest, longest, "x").groupId());

    assertNamed("groupId", () -> RawEntry.of(longest + "x", "d", body));
    assertNamed("deduplicationId", () -> RawEntry.of("g", "", body));
    assertNamed("groupId", () -> new OutgoingMessage("", "d", "x"));
    assertNamed("deduplicationId", () -> new OutgoingMessage("g", longest + "x", "x"));
    assertNamed("body", () -> new OutgoingMessage("g", "d", ""));
  }

  @Test
  void noBodyIsPrinted() {
    byte[] body = "content".getBytes(StandardCharsets.UTF_8);

    assertFalse(RawEntry.of("g", "d", body).toString().contains("content"));
    assertFalse(new OutgoingMessage("g", "d", "content").toString().contains("content"));
  }

  private static void assertNamed(String field, Runnable making) {
    String message = assertThrows(IllegalArgumentException.class, making::run).getMessage();
    assertTrue(message.startsWith(field + ":"), message);
  }
}
