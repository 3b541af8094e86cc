package dev.gatehouse.llm.adapter;

import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.Usage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes one stream: passes text on, and notes the first ending. */
final class StreamHandler implements StreamingChatResponseHandler {
  private final AnswerListener listener;
  private final Function<Throwable, Failure> failures;
  private @Nullable Ending ending;

  StreamHandler(AnswerListener listener, Function<Throwable, Failure> failures) {
    this.listener = listener;
    this.failures = failures;
  }

  /** How it ended; a stream that fell silent without saying how has broken off. */
  Ending ending() {
    return ending == null ? new Ending.Failed(new Failure.BrokenOff()) : ending;
  }

  @Override
  public void onPartialResponse(String piece) {
    if (ending == null && !piece.isEmpty()) {
      listener.text(piece);
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    end(ending(response));
  }

  @Override
  public void onError(Throwable error) {
    end(new Ending.Failed(failures.apply(error)));
  }

  private void end(Ending how) {
    ending = ending == null ? how : ending;
  }

  /** Every protocol says why it stopped; a stream that does not was cut on its way. */
  private static Ending ending(ChatResponse response) {
    FinishReason reason = response.finishReason();
    if (reason == null) {
      return new Ending.Failed(new Failure.BrokenOff());
    }
    return switch (reason) {
      case CONTENT_FILTER -> new Ending.Failed(new Failure.Refused());
      case LENGTH -> new Ending.Complete(usage(response.tokenUsage()), true);
      case STOP, TOOL_EXECUTION, OTHER -> new Ending.Complete(usage(response.tokenUsage()), false);
    };
  }

  private static Usage usage(@Nullable TokenUsage counted) {
    return counted == null
        ? Usage.unknown()
        : new Usage(number(counted.inputTokenCount()), number(counted.outputTokenCount()));
  }

  private static OptionalInt number(@Nullable Integer count) {
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }
}
