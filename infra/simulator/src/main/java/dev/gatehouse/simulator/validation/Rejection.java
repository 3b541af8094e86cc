package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request that Discord refuses.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">JSON
 *     error codes</a>
 */
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;
  private final transient @Nullable ObjectNode errors;

  private Rejection(int status, int code, String message, @Nullable ObjectNode errors) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** A refusal with Discord's status, code and message. */
  public static Rejection of(int status, int code, String message) {
    return new Rejection(status, code, message, null);
  }

  /** A body with fields that are wrong. */
  public static Rejection invalidForm(ObjectNode errors) {
    return new Rejection(400, 50035, "Invalid Form Body", errors);
  }

  /** A route or method that does not exist. */
  public static Rejection notFound() {
    return of(404, 0, "404: Not Found");
  }

  /** A token that is missing or not known. */
  public static Rejection unauthorized() {
    return of(401, 0, "401: Unauthorized");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Discord's code. */
  public int code() {
    return code;
  }

  /** The body that says so. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("message", getMessage());
    json.put("code", code);
    if (errors != null) {
      json.set("errors", errors);
    }
    return json;
  }
}
