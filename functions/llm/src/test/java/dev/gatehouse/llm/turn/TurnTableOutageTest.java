package dev.gatehouse.llm.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table does not answer one of a turn's calls, or none from that one on; each call in turn. */
@Timeout(60)
final class TurnTableOutageTest {
  private static final String ANSWER = "Because of Monday.";
  private static final int FOR_GOOD = 1_000;

  static Stream<Arguments> outages() throws InterruptedException {
    CallsOfTheTable clean = new CallsOfTheTable(FOR_GOOD, 0);
    TurnFixture turn = new TurnFixture(clean::seen);
    turn.model.says(ANSWER).completes();
    turn.run();
    int calls = clean.made.get();
    assertThat(calls).isGreaterThan(8);
    return IntStream.range(0, calls)
        .boxed()
        .flatMap(first -> Stream.of(Arguments.of(first, 1), Arguments.of(first, FOR_GOOD)));
  }

  @ParameterizedTest(name = "from call {0} on, {1} calls")
  @MethodSource("outages")
  void anAnswerThatIsSeenIsNeverReplacedByAnApology(int first, int count) throws Exception {
    CallsOfTheTable calls = new CallsOfTheTable(first, count);
    TurnFixture turn = new TurnFixture(calls::seen);
    turn.model.says(ANSWER).completes();

    try {
      turn.run();
    } catch (TableUnavailableException e) {
      assertThat(e).hasMessageContaining("out of order");
    }
    calls.heal();
    for (int delivery = 2; delivery <= 3 && turn.ended().isEmpty(); delivery++) {
      turn.clock.advance(TurnFixture.LEASE.plus(Duration.ofSeconds(1)));
      turn.model.says(ANSWER).completes();
      turn.runAgain();
    }

    List<String> shown = turn.replies.shown.stream().map(Draft::text).toList();
    List<String> afterTheFirstWords =
        shown.stream().dropWhile(text -> !text.startsWith("Because")).toList();
    assertThat(afterTheFirstWords).allMatch(text -> text.startsWith("Because"));
    assertThat(turn.ended()).contains(AnswerOutcome.COMPLETE);
    assertThat(turn.replies.lastFinished()).isEqualTo(ANSWER);
    assertThat(turn.remembered()).containsExactly(ANSWER);
    assertThat(turn.turns.open(TurnFixture.CHANNEL)).isEmpty();
  }

  /** Counts the worker's calls, and answers some of them with an outage. */
  private static final class CallsOfTheTable {
    private final AtomicInteger made = new AtomicInteger();
    private final int first;
    private volatile int count;

    CallsOfTheTable(int first, int count) {
      this.first = first;
      this.count = count;
    }

    void heal() {
      count = 0;
    }

    Table seen(Table table) {
      Object proxy =
          Proxy.newProxyInstance(
              Table.class.getClassLoader(),
              new Class<?>[] {Table.class},
              (self, method, arguments) -> {
                int call = made.getAndIncrement();
                if (call >= first && call - first < count) {
                  throw new TableUnavailableException("the table is out of order", null);
                }
                try {
                  return method.invoke(table, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
      return Table.class.cast(proxy);
    }
  }
}
