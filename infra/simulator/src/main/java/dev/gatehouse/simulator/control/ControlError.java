package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;

/** A call that cannot be done, with the field that is the cause. */
public final class ControlError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String field;

  private ControlError(int status, String field, String message) {
    super(message, null, false, false);
    this.status = status;
    this.field = field;
  }

  static ControlError invalid(String field, String message) {
    return new ControlError(400, field, message);
  }

  static ControlError missing(String field, String message) {
    return new ControlError(404, field, message);
  }

  static ControlError conflict(String field, String message) {
    return new ControlError(409, field, message);
  }

  static ControlError forbidden(String message) {
    return new ControlError(403, "", message);
  }

  int status() {
    return status;
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.putObject("error").put("field", field).put("message", getMessage());
    return json;
  }
}
