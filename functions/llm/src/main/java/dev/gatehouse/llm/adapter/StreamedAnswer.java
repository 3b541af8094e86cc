package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.Usage;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One answer while its stream is read: passes the text on without the reasoning in it, and notes
 * the first ending. What ends an answer is any finish reason, or the mark or event with which a
 * stream ends; only a stream without any of them was cut.
 */
final class StreamedAnswer {
  private final AnswerListener listener;
  private final ReasoningFilter filter = new ReasoningFilter();
  private OptionalInt input = OptionalInt.empty();
  private OptionalInt output = OptionalInt.empty();
  private @Nullable Failure failure;
  private boolean finished;
  private boolean cut;
  private boolean over;

  StreamedAnswer(AnswerListener listener) {
    this.listener = listener;
  }

  /** Content: a text, a part that may hold one, or a list of parts. Other parts are left out. */
  void content(JsonNode content) {
    if (content.isArray()) {
      content.forEach(this::content);
    } else if (content.isTextual()) {
      say(filter.visible(content.textValue()));
    } else if (content.path("type").asText().startsWith("text")) {
      content(content.path("text"));
    }
  }

  /** Notes the tokens that the provider counted, as far as it did. */
  void count(JsonNode inputTokens, JsonNode outputTokens) {
    input = number(inputTokens, input);
    output = number(outputTokens, output);
  }

  /**
   * Why the model stopped, if it says so: a word that servers spell, and choose, in their own way.
   */
  void finish(JsonNode reason) {
    String word = reason.asText("").strip().toLowerCase(Locale.ROOT);
    if (finished || reason.isNull() || word.isEmpty()) {
      return;
    }
    switch (word) {
      case "length", "max_tokens", "model_length", "model_context_window_exceeded" -> cut = true;
      case "content_filter", "refusal", "safety", "prohibited_content" ->
          failure = new Failure.Refused();
      case "error", "insufficient_system_resource" ->
          failure = new Failure.ServerError(word, Optional.empty());
      default -> {}
    }
    finished = true;
  }

  /** The mark that nothing follows. */
  void end() {
    finished = true;
    over = true;
  }

  /** It failed, unless it had ended before; nothing that follows matters. */
  void fail(Failure why) {
    if (!finished) {
      failure = why;
    }
    end();
  }

  /** Whether nothing more of the answer comes, though the stream may say what it cost. */
  boolean isFinished() {
    return finished;
  }

  /** Whether the rest of the stream does not matter. */
  boolean isOver() {
    return over;
  }

  /** How it ended, once the stream is read. */
  Ending ending() {
    say(filter.rest());
    if (!finished) {
      return new Ending.Failed(new Failure.BrokenOff());
    }
    return failure == null
        ? new Ending.Complete(new Usage(input, output), cut)
        : new Ending.Failed(failure);
  }

  private void say(String text) {
    if (!text.isEmpty()) {
      listener.text(text);
    }
  }

  private static OptionalInt number(JsonNode count, OptionalInt before) {
    boolean counted = count.canConvertToInt() && count.isIntegralNumber() && count.intValue() >= 0;
    return counted ? OptionalInt.of(count.intValue()) : before;
  }
}
