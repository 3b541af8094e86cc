package dev.gatehouse.llm.adapter;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error that a provider sent as an event, in a stream that had begun well: an event named error
 * (<a href="https://docs.anthropic.com/en/api/messages-streaming#error-events">Anthropic</a>), or
 * an object with an error in it where a piece of the answer should be.
 */
final class StreamErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern ERROR_OBJECT =
      Pattern.compile("\\s*\\{\\s*\"error\"\\s*:.*", Pattern.DOTALL);

  private StreamErrorException(String body) {
    super(body);
  }

  /** The error that the event is, if it is one. */
  static Optional<StreamErrorException> in(ServerSentEvent event) {
    String data = event.data() == null ? "" : event.data();
    boolean isError = "error".equals(event.event()) || ERROR_OBJECT.matcher(data).matches();
    return isError ? Optional.of(new StreamErrorException(data)) : Optional.empty();
  }
}
