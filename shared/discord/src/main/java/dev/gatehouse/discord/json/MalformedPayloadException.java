package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON that is not what it should be. The message names the field and never quotes the payload. */
public final class MalformedPayloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  MalformedPayloadException(String field, String why) {
    super((field.isEmpty() ? "payload" : field) + ": " + why);
    this.field = field;
  }

  /** The path of the faulty field, such as {@code data.options[0].name}; empty for the whole. */
  public String field() {
    return field;
  }

  /** The cause is not kept: Jackson's messages quote what they could not read. */
  static MalformedPayloadException because(IOException cause) {
    return switch (cause) {
      case ValueInstantiationException e ->
          new MalformedPayloadException(path(e), ownMessage(e.getCause()));
      case MismatchedInputException e ->
          new MalformedPayloadException(path(e), "must be a " + wanted(e));
      case JsonMappingException e ->
          new MalformedPayloadException(path(e), ownMessage(e.getCause()));
      case JsonProcessingException e ->
          new MalformedPayloadException("", "is not valid JSON, at " + position(e));
      default -> new MalformedPayloadException("", "could not be read");
    };
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(MalformedPayloadException::step)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String step(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? "[" + reference.getIndex() + "]"
        : "." + reference.getFieldName();
  }

  private static String wanted(MismatchedInputException e) {
    return e.getTargetType() == null
        ? "different kind of value"
        : e.getTargetType().getSimpleName();
  }

  /** The records of the model word their complaints themselves, without quoting long values. */
  private static String ownMessage(@Nullable Throwable cause) {
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : "could not be read";
  }

  private static String position(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? "an unknown position"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
