package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Message;

/**
 * Who may read what a message says: those with the intent, the author's own application, the
 * recipient of a direct message, and whom the message mentions.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#message-content-intent">Message
 *     content intent</a>
 */
record ContentRule(Message message) {

  boolean allows(Session session) {
    long bot = session.application().id();
    return session.wants(Intents.MESSAGE_CONTENT)
        || message.guildId() == null
        || message.author().id() == bot
        || message.body().mentions().stream().anyMatch(user -> user.id() == bot);
  }

  /** The message as everybody else gets it, and the message that it answers. */
  static ObjectNode blanked(ObjectNode message) {
    if (message.path("referenced_message") instanceof ObjectNode answered) {
      blanked(answered);
    }
    message.put("content", "");
    for (String field : new String[] {"embeds", "attachments", "components"}) {
      message.set(field, Json.array());
    }
    return message;
  }
}
