package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.util.ConcurrentModificationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordFailuresTest {
  private static final RecordResult AGAIN = new RecordResult.TryAgain();

  private final RecordFailures failures =
      new RecordFailures(failure -> failure instanceof ConcurrentModificationException);

  static Stream<Arguments> judged() {
    RuntimeException defect = new IllegalStateException("confidential");
    return Stream.of(
        Arguments.of(
            new InvalidFieldException("kind", "is unknown"),
            1,
            new RecordResult.NeverHandled("kind: is unknown")),
        Arguments.of(new TableUnavailableException("no answer", null), 900, AGAIN),
        Arguments.of(new QueueUnavailableException("no answer", null), 900, AGAIN),
        Arguments.of(new SecretsUnavailableException("no answer", null), 900, AGAIN),
        Arguments.of(new InvalidSettingException("LLM_MODEL", "is unknown"), 900, AGAIN),
        Arguments.of(new ConcurrentModificationException("of the function"), 900, AGAIN),
        Arguments.of(defect, 1, AGAIN),
        Arguments.of(defect, 19, AGAIN),
        Arguments.of(
            defect,
            20,
            new RecordResult.NeverHandled("a defect of Gatehouse: IllegalStateException")));
  }

  @ParameterizedTest
  @MethodSource("judged")
  void whatPassesIsTriedAgainAndWhatDoesNotBecomesADeadLetter(
      RuntimeException failure, int deliveries, RecordResult expected) {
    SqsRecord record = new SqsRecord("m1", "group", "receipt", deliveries, "body");

    assertThat(failures.judge(record, failure)).isEqualTo(expected);
  }
}
