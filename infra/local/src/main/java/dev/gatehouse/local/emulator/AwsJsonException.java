package dev.gatehouse.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A service's refusal: its type, and its message. */
public final class AwsJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String type;

  AwsJsonException(String service, String action, int status, JsonNode body) {
    super(service + " " + action + ": " + status + " " + describe(body));
    this.type = type(body);
  }

  /** The error's name without its name space, for instance {@code ResourceNotFoundException}. */
  public String type() {
    return type;
  }

  private static String describe(JsonNode body) {
    return type(body) + " " + body.path("message").asText(body.path("Message").asText());
  }

  private static String type(JsonNode body) {
    String full = body.path("__type").asText();
    return full.substring(full.indexOf('#') + 1);
  }
}
