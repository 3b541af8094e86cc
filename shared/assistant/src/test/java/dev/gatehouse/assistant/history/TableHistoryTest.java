package dev.gatehouse.assistant.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.history.Entry.Role;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TableHistoryTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "1");
  private static final ConversationId THERE = new ConversationId(new Platform("discord"), "11");

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private final TableHistory history =
      new TableHistory(table, clock, new HistoryLimits(Duration.ofDays(2), 100));

  @Test
  void givesTheNewestOldestFirst() {
    say("a", "first");
    say("b", "second");
    say("c", "third");

    assertThat(history.recent(HERE, 2)).extracting(Entry::text).containsExactly("second", "third");
  }

  @Test
  void keepsAllOfAnEntry() {
    Entry entry = new Entry("a", Role.USER, "Ada", "first", clock.instant());
    history.append(HERE, entry);

    assertThat(history.recent(HERE, 9)).containsExactly(entry);
  }

  @Test
  void theSameIdReplacesAtItsOldPlace() {
    say("a", "first");
    say("b", "second");
    say("a", "first again");

    assertThat(history.recent(HERE, 9))
        .extracting(Entry::text)
        .containsExactly("first again", "second");
  }

  @Test
  void whatHasExpiredIsLeftOutThoughTheTableStillHasIt() {
    say("a", "first");
    clock.advance(Duration.ofDays(1));
    say("b", "second");
    clock.advance(Duration.ofDays(1));

    assertThat(history.recent(HERE, 9)).extracting(Entry::text).containsExactly("second");
  }

  @Test
  void aLongTextIsCutAndSaysSo() {
    say("a", "x".repeat(200));

    String kept = history.recent(HERE, 1).getFirst().text();
    assertThat(kept).hasSizeLessThanOrEqualTo(100).startsWith("xxx").endsWith("whole)");
  }

  @Test
  void theCutDoesNotSplitACharacter() {
    IntStream.range(0, 4).forEach(i -> say("e" + i, "x".repeat(i) + "😀".repeat(100)));

    assertThat(history.recent(HERE, 9))
        .allSatisfy(entry ->
            assertThat(entry.text())
                .doesNotContainPattern("[\\ud800-\\udbff](?![\\udc00-\\udfff])"));
  }

  @Test
  void clearDeletesAllPagesOfThisConversationAlone() {
    IntStream.range(0, 600).forEach(i -> say("e" + i, "text"));
    history.append(THERE, new Entry("x", Role.USER, "Ada", "stays", clock.instant()));

    assertThat(history.clear(HERE)).isEqualTo(600);
    assertThat(history.recent(HERE, 9)).isEmpty();
    assertThat(history.recent(THERE, 9)).hasSize(1);
    assertThat(history.clear(HERE)).isZero();
  }

  @Test
  void whatWasClearedCanBeSaidAgain() {
    say("a", "first");
    history.clear(HERE);
    say("a", "anew");

    assertThat(history.recent(HERE, 9)).extracting(Entry::text).containsExactly("anew");
  }

  @Test
  void aTableThatIsAwayIsSaid() {
    table.unavailable(true);

    assertThatThrownBy(() -> history.recent(HERE, 1)).isInstanceOf(TableUnavailableException.class);
  }

  private void say(String id, String text) {
    clock.advance(Duration.ofSeconds(1));
    history.append(HERE, new Entry(id, Role.USER, "Ada", text, clock.instant()));
  }
}
