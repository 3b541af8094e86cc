package dev.gatehouse.cloud.aws;

/**
 * The error that a service answered a whole call with.
 *
 * @param status of HTTP
 * @param code without its namespace; the status where the answer has none
 * @param message what the service says about it
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0
 *     protocol</a>
 */
public record ServiceError(int status, String code, String message) {
  /** Reads the body of an answer whose status is not 200. */
  public static ServiceError of(HttpResponse response) {
    try {
      return read(response.status(), response.json());
    } catch (IllegalArgumentException e) {
      // A proxy's page, say: then the status is all there is.
      return of(response.status(), "", "");
    }
  }

  /** Such as {@code QueueDoesNotExist: No such queue.} */
  @Override
  public String toString() {
    return code + ": " + message;
  }

  private static ServiceError read(int status, JsonReader json) {
    String code = "";
    String message = "";
    json.enter('{');
    while (json.hasMore('}')) {
      switch (json.name()) {
        case "__type" -> code = withoutNamespace(json.string());
        case "message", "Message" -> message = json.string();
        default -> json.skip();
      }
    }
    return of(status, code, message);
  }

  private static ServiceError of(int status, String code, String message) {
    return new ServiceError(
        status,
        code.isEmpty() ? "HTTP " + status : code,
        message.isEmpty() ? "no reason was given" : message);
  }

  private static String withoutNamespace(String type) {
    return type.substring(type.indexOf('#') + 1);
  }
}
