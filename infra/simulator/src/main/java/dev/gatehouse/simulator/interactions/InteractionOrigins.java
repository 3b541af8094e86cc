package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.MessageOrigin;
import dev.gatehouse.simulator.state.MessageReference;
import dev.gatehouse.simulator.state.MessageType;
import dev.gatehouse.simulator.wire.UserJson;

/** Where the messages of an interaction come from. */
final class InteractionOrigins {
  private static final int CHAT_INPUT = 1;

  private InteractionOrigins() {}

  static MessageOrigin of(Interaction interaction, boolean ephemeral) {
    long application = interaction.application().id();
    MessageReference reference =
        interaction
            .source()
            .filter(source -> !ephemeral)
            .map(source -> source.reference(false))
            .orElse(null);
    return new MessageOrigin(
        interaction.application().bot(),
        type(interaction, reference != null),
        application,
        application,
        reference,
        metadata(interaction),
        null,
        ephemeral ? interaction.user().id() : null);
  }

  private static MessageType type(Interaction interaction, boolean hasReference) {
    int command = interaction.draft().commandType();
    if (command == CHAT_INPUT) {
      return MessageType.CHAT_INPUT_COMMAND;
    } else if (command > CHAT_INPUT) {
      return MessageType.CONTEXT_MENU_COMMAND;
    }
    return hasReference ? MessageType.REPLY : MessageType.DEFAULT;
  }

  private static ObjectNode metadata(Interaction interaction) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(interaction.id()));
    json.put("type", interaction.kind().code());
    json.set("user", UserJson.of(interaction.user()));
    json.put("name", interaction.draft().name());
    json.putObject("authorizing_integration_owners")
        .put(
            "0",
            Long.toString(
                interaction.channel().guildId() == null ? 0 : interaction.channel().guildId()));
    interaction.source().ifPresent(s -> json.put("interacted_message_id", Long.toString(s.id())));
    return json;
  }
}
