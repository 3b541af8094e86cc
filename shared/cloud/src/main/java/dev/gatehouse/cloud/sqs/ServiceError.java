package dev.gatehouse.cloud.sqs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * The error that a service answered a whole call with.
 *
 * @param status of HTTP
 * @param code without its namespace; the status where the answer has none
 * @param message what the service says about it
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0
 *     protocol</a>
 */
record ServiceError(int status, String code, String message) {
  /** Reads the body of an answer whose status is not 200. */
  static ServiceError of(SqsResponse response) {
    try {
      return read(response);
    } catch (IOException e) {
      // A proxy's page, say: then the status is all there is.
      return of(response.status(), "", "");
    }
  }

  /** Such as {@code QueueDoesNotExist: No such queue.} */
  @Override
  public String toString() {
    return code + ": " + message;
  }

  private static ServiceError read(SqsResponse response) throws IOException {
    String code = "";
    String message = "";
    try (JsonParser json = response.json()) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        switch (name) {
          case "__type" -> code = withoutNamespace(json.getValueAsString(""));
          case "message", "Message" -> message = json.getValueAsString("");
          default -> json.skipChildren();
        }
      }
    }
    return of(response.status(), code, message);
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
