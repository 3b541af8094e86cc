package dev.gatehouse.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StepRowTest {
  @ParameterizedTest
  @MethodSource("steps")
  void aStepIsReadAsItWasWritten(TurnStep step) {
    Item row = new Item(RowKeys.turnStep("t1", 1), StepRow.attributes(step));

    assertThat(StepRow.step(row)).isEqualTo(step);
  }

  @Test
  void theOrderOfKeysIsTheOrderOfSteps() {
    assertThat(RowKeys.turnStep("t1", 2).sort()).isLessThan(RowKeys.turnStep("t1", 10).sort());
  }

  @Test
  void anUnknownKindIsNamed() {
    Item row = new Item(RowKeys.turnStep("t1", 1), Map.of("kind", Value.of("dreamt")));

    assertThatThrownBy(() -> StepRow.step(row)).hasMessageContaining("dreamt");
  }

  static List<TurnStep> steps() {
    return TurnStepsTest.ofEachKind();
  }
}
