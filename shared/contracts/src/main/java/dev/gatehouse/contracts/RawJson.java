package dev.gatehouse.contracts;

/**
 * JSON text that is carried without being understood: a platform's own payload, spliced into a
 * message as it came. Prints its length only, since it holds what people wrote.
 *
 * @param text one whole JSON value
 */
public record RawJson(String text) {
  public RawJson {
    Check.notBlank("payload", text);
  }

  @Override
  public String toString() {
    return "RawJson[" + text.length() + " chars]";
  }
}
