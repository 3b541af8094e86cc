package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Mentions;
import dev.gatehouse.simulator.state.Message;
import java.util.List;
import java.util.Optional;

/**
 * Who may read what a message says: those with the intent, the author's own application, the
 * recipient of a direct message, and whom the message mentions, by name or by the role that came
 * with the bot.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#message-content-intent">Message
 *     content intent</a>
 */
record ContentRule(Message message, Optional<Guild> guild) {

  boolean allows(Session session) {
    Mentions mentions = message.body().mentions();
    long bot = session.application().id();
    return session.wants(Intents.MESSAGE_CONTENT)
        || message.guildId() == null
        || message.author().id() == bot
        || mentions.users().stream().anyMatch(user -> user.id() == bot)
        || guild
            .flatMap(g -> g.roleOfBot(bot))
            .filter(r -> mentions.roles().contains(r.id()))
            .isPresent();
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
    message.remove(List.of("poll", "message_snapshots"));
    return message;
  }
}
