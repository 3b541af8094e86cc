package dev.gatehouse.llm.turn;

import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.ModelName;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.Usage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model that says what the test makes it say, when the test makes it say it. */
final class ScriptedModel implements LanguageModel {
  final List<Prompt> prompts = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Function<AnswerListener, @Nullable Ending>> moves =
      new LinkedBlockingQueue<>();

  ScriptedModel says(String piece) {
    moves.add(listener -> {
      listener.text(piece);
      return null;
    });
    return this;
  }

  ScriptedModel pausesBecause(Failure why) {
    moves.add(listener -> {
      listener.pausing(Duration.ofSeconds(1), why);
      return null;
    });
    return this;
  }

  ScriptedModel breaks(RuntimeException how) {
    moves.add(listener -> {
      throw how;
    });
    return this;
  }

  void ends(Ending ending) {
    moves.add(listener -> ending);
  }

  void completes() {
    ends(new Ending.Complete(new Usage(OptionalInt.of(10), OptionalInt.of(20)), false));
  }

  void fails(Failure failure) {
    ends(new Ending.Failed(failure));
  }

  /** Whether all that it was told to say is said. */
  boolean isThrough() {
    return moves.isEmpty();
  }

  @Override
  public ModelName name() {
    return new ModelName("scripted", "p-1");
  }

  @Override
  public Ending answer(Prompt prompt, AnswerListener listener, CallOptions call) {
    prompts.add(prompt);
    AtomicBoolean answered = new AtomicBoolean();
    call.cancellation()
        .onCancel(() -> {
          if (!answered.get()) {
            ends(new Ending.Cancelled());
          }
        });
    Ending ending = null;
    while (ending == null) {
      ending = next().apply(listener);
    }
    answered.set(true);
    return ending;
  }

  private Function<AnswerListener, @Nullable Ending> next() {
    try {
      return moves.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
