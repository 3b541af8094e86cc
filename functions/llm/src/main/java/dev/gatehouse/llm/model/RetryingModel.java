package dev.gatehouse.llm.model;

import dev.gatehouse.contracts.retry.Backoff;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Asks again after a failure that may pass, within the call's deadline. A provider's Retry-After
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110</a>) is honoured.
 * Once text has been heard nothing is asked again: a second answer would differ from the one that
 * is already read.
 */
public final class RetryingModel implements LanguageModel {
  private final LanguageModel model;
  private final int attempts;
  private final Backoff backoff;
  private final Pauses pauses;
  private final InstantSource clock;

  /**
   * A model that is asked more than once.
   *
   * @param attempts how often to ask in all
   */
  public RetryingModel(
      LanguageModel model, int attempts, Backoff backoff, Pauses pauses, InstantSource clock) {
    this.model = model;
    this.attempts = attempts;
    this.backoff = backoff;
    this.pauses = pauses;
    this.clock = clock;
  }

  @Override
  public ModelName name() {
    return model.name();
  }

  @Override
  public Ending answer(Prompt prompt, AnswerListener listener, CallOptions call) {
    Hearing hearing = new Hearing(listener);
    for (int tries = 1; ; tries++) {
      Ending ending = model.answer(prompt, hearing, call);
      if (!(ending instanceof Ending.Failed(Failure failure, int _))) {
        return ending;
      }
      Ending.Failed failed = new Ending.Failed(failure, tries);
      if (!(failure instanceof Failure.Passing) || hearing.heardText || tries == attempts) {
        return failed;
      }
      Duration pause = backoff.after(tries, failure.retryAfter().orElse(Duration.ZERO));
      if (clock.instant().plus(pause).isAfter(call.deadline())) {
        return failed;
      }
      listener.pausing(pause, failure);
      if (pauses.cancelledWithin(pause, call.cancellation())) {
        return new Ending.Cancelled();
      }
    }
  }

  /** Notes whether any text came through. */
  private static final class Hearing implements AnswerListener {
    private final AnswerListener listener;
    private boolean heardText;

    Hearing(AnswerListener listener) {
      this.listener = listener;
    }

    @Override
    public void text(String piece) {
      heardText = true;
      listener.text(piece);
    }
  }
}
