package dev.gatehouse.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContextTrimmingModelTest {
  private static final Ending TOO_LONG = new Ending.Failed(new Failure.ContextTooLong());
  private static final Ending DONE = new Ending.Complete(Usage.unknown(), false);

  private final List<Integer> asked = new ArrayList<>();

  @Test
  void forgetsTheOlderHalfUntilTheRestFits() {
    assertThat(answer(3)).isEqualTo(DONE);
    assertThat(asked).containsExactly(9, 4, 2);
  }

  @Test
  void aQuestionThatAloneIsTooLongStaysAFailure() {
    assertThat(answer(0)).isEqualTo(TOO_LONG);
    assertThat(asked).containsExactly(9, 4, 2, 1);
  }

  private Ending answer(int fits) {
    List<PromptMessage> messages = new ArrayList<>();
    for (int i = 1; i < 9; i++) {
      messages.add(
          i % 2 == 0 ? PromptMessage.byAssistant("a" + i) : PromptMessage.byUser("Mia", "q" + i));
    }
    messages.add(PromptMessage.byUser("Mia", "the question"));
    LanguageModel narrow =
        new LanguageModel() {
          @Override
          public ModelName name() {
            return new ModelName("narrow", "n");
          }

          @Override
          public Ending answer(Prompt prompt, AnswerListener listener, CallOptions call) {
            asked.add(prompt.messages().size());
            assertThat(prompt.question().text()).isEqualTo("the question");
            return prompt.messages().size() <= fits ? DONE : TOO_LONG;
          }
        };
    return new ContextTrimmingModel(narrow)
        .answer(
            new Prompt("", messages), text -> {}, new CallOptions(Instant.MAX, new Cancellation()));
  }
}
