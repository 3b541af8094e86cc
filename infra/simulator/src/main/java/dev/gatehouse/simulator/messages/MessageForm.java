package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a client sent to make or change a message.
 *
 * @param json the JSON body, or the part named {@code payload_json}
 */
public record MessageForm(JsonNode json, List<Upload> uploads) {

  /** A body without files. */
  public static MessageForm of(JsonNode json) {
    return new MessageForm(json, List.of());
  }
}
