package dev.gatehouse.simulator.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.simulator.json.Json;
import java.util.List;

/**
 * What a message says: the part that an edit changes.
 *
 * @param embeds as Discord's JSON, checked
 * @param components as Discord's JSON, checked
 * @param mentions users named in the content
 */
public record MessageBody(
    String content,
    ArrayNode embeds,
    ArrayNode components,
    List<Attachment> attachments,
    List<User> mentions,
    boolean mentionsEveryone,
    int flags) {

  /** Plain text that mentions nobody. */
  public static MessageBody text(String content) {
    return new MessageBody(content, Json.array(), Json.array(), List.of(), List.of(), false, 0);
  }

  /** The same with other flags. */
  public MessageBody withFlags(int other) {
    return new MessageBody(
        content, embeds, components, attachments, mentions, mentionsEveryone, other);
  }

  /** Whether there is nothing to see. */
  public boolean isEmpty() {
    return content.isBlank() && embeds.isEmpty() && components.isEmpty() && attachments.isEmpty();
  }
}
