package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;

/**
 * Collects what is wrong with a body, field by field.
 *
 * @see <a href="https://discord.com/developers/docs/reference#error-messages">Error messages</a>
 */
public final class FormErrors {
  private final ObjectNode errors = Json.object();

  /** A complaint about the field at a path of names and indices, separated by dots. */
  public FormErrors add(String path, String code, String message) {
    ObjectNode at = errors;
    for (String step : path.split("\\.", -1)) {
      at = at.withObjectProperty(step);
    }
    at.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
    return this;
  }

  /** Complains when a text is too long. */
  public void atMost(String path, String text, int limit) {
    if (text.codePointCount(0, text.length()) > limit) {
      add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + limit + " or fewer in length.");
    }
  }

  /** Complains when a text's length is out of bounds. */
  public void length(String path, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      add(
          path,
          "BASE_TYPE_BAD_LENGTH",
          "Must be between " + least + " and " + most + " in length.");
    }
  }

  /** Complains that something must be there. */
  public void required(String path) {
    add(path, "BASE_TYPE_REQUIRED", "This field is required");
  }

  /** Complains that something is not one of Discord's values. */
  public void choice(String path, String allowed) {
    add(path, "BASE_TYPE_CHOICES", "Value must be one of {" + allowed + "}.");
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /**
   * Ends the request when anything is wrong.
   *
   * @throws Rejection with everything that was added
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw rejection();
    }
  }

  /** The refusal that says all of it. */
  public Rejection rejection() {
    return Rejection.invalidForm(errors);
  }
}
