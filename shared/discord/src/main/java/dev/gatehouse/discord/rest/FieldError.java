package dev.gatehouse.discord.rest;

/**
 * What Discord found wrong with one field of a request.
 *
 * @param path the field, from the outside in: {@code embeds[0].fields[1].name}; empty for the whole
 *     request
 * @param code Discord's name for the fault, such as {@code BASE_TYPE_MAX_LENGTH}
 * @param message the fault in words
 */
public record FieldError(String path, String code, String message) {
  @Override
  public String toString() {
    return (path.isEmpty() ? "request" : path) + ": " + message + " (" + code + ")";
  }
}
