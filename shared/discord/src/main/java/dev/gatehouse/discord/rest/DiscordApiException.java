package dev.gatehouse.discord.rest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Discord answered with an error. The message names the route, the status, Discord's code and
 * message and each faulty field; it holds nothing that was sent.
 *
 * @see <a href="https://docs.discord.com/developers/reference#error-messages">Error messages</a>
 */
public final class DiscordApiException extends DiscordException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;
  private final transient List<FieldError> fieldErrors;

  DiscordApiException(
      Route route, int status, int code, String message, List<FieldError> fieldErrors) {
    super(describe(route, status, code, message, fieldErrors));
    this.status = status;
    this.code = code;
    this.fieldErrors = List.copyOf(fieldErrors);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Discord's own code, one of {@link ErrorCode} for instance; 0 when it gave none. */
  public int code() {
    return code;
  }

  /** The faulty fields; empty when the fault is not in one. */
  public List<FieldError> fieldErrors() {
    return fieldErrors;
  }

  private static String describe(
      Route route, int status, int code, String message, List<FieldError> errors) {
    String summary = "%s: %d, code %d: %s".formatted(route, status, code, message);
    return errors.isEmpty()
        ? summary
        : errors.stream()
            .map(FieldError::toString)
            .collect(Collectors.joining("; ", summary + "; ", ""));
  }
}
