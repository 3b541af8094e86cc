package dev.gatehouse.simulator.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import java.util.List;

/**
 * What a message says: the part that an edit changes.
 *
 * @param embeds as Discord's JSON, checked
 * @param components as Discord's JSON, checked
 * @param mentions whom the content names
 * @param more the fields that few messages have, as Discord's JSON: {@code poll}, {@code
 *     sticker_items}, {@code message_snapshots}
 */
public record MessageBody(
    String content,
    ArrayNode embeds,
    ArrayNode components,
    List<Attachment> attachments,
    Mentions mentions,
    int flags,
    ObjectNode more) {

  /** Plain text that mentions nobody. */
  public static MessageBody text(String content) {
    return new MessageBody(
        content, Json.array(), Json.array(), List.of(), Mentions.NONE, 0, Json.object());
  }

  /** The same with other flags. */
  public MessageBody withFlags(int other) {
    return new MessageBody(content, embeds, components, attachments, mentions, other, more);
  }

  /** The same, mentioning one more user. */
  public MessageBody mentioning(User user) {
    return new MessageBody(
        content, embeds, components, attachments, mentions.with(user), flags, more);
  }

  /** Whether there is nothing to see. */
  public boolean isEmpty() {
    return content.isBlank()
        && embeds.isEmpty()
        && components.isEmpty()
        && attachments.isEmpty()
        && more.isEmpty();
  }
}
