package dev.gatehouse.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A stored webhook event, signed at a given time. */
public final class SignedEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIMESTAMP = "x-signature-timestamp";
  private static final String SIGNATURE = "x-signature-ed25519";

  private final ObjectNode event;

  private SignedEvent(ObjectNode event) {
    this.event = event;
  }

  /**
   * Reads an event of the HTTP API and signs its body.
   *
   * @throws IOException when the file cannot be read or is no such event
   */
  public static SignedEvent of(Path file, Instant time) throws IOException {
    JsonNode read = JSON.readTree(Files.readString(file));
    if (!(read instanceof ObjectNode event) || !event.path("headers").has(SIGNATURE)) {
      throw new IOException(
          file + " has no header " + SIGNATURE + ": only webhook events are signed");
    }
    String timestamp = String.valueOf(time.getEpochSecond());
    event
        .withObject("headers")
        .put(TIMESTAMP, timestamp)
        .put(SIGNATURE, TestKey.sign(timestamp, event.path("body").asText()));
    event.withObject("requestContext").put("timeEpoch", time.toEpochMilli());
    return new SignedEvent(event);
  }

  /** The event as Lambda hands it to the function. */
  public String toJson() {
    return event.toPrettyString();
  }

  /** A shell command that posts the same request to an endpoint. */
  public String toCurl(String url) {
    return String.join(
        " ",
        "curl -sS -i",
        header("content-type"),
        header(TIMESTAMP),
        header(SIGNATURE),
        "--data-binary",
        quoted(event.path("body").asText()),
        quoted(url));
  }

  private String header(String name) {
    return "-H " + quoted(name + ": " + event.path("headers").path(name).asText());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
