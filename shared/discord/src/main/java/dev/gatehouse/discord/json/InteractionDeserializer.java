package dev.gatehouse.discord.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.gatehouse.discord.model.AutocompleteInteraction;
import dev.gatehouse.discord.model.CommandData;
import dev.gatehouse.discord.model.CommandInteraction;
import dev.gatehouse.discord.model.ComponentData;
import dev.gatehouse.discord.model.ComponentInteraction;
import dev.gatehouse.discord.model.Interaction;
import dev.gatehouse.discord.model.InteractionContext;
import dev.gatehouse.discord.model.ModalData;
import dev.gatehouse.discord.model.ModalInteraction;
import dev.gatehouse.discord.model.PingInteraction;
import dev.gatehouse.discord.model.UnknownInteraction;
import java.io.IOException;

/** Tells interactions apart by {@code type}, which decides what {@code data} means. */
final class InteractionDeserializer extends StdDeserializer<Interaction> {
  private static final long serialVersionUID = 1L;

  InteractionDeserializer() {
    super(Interaction.class);
  }

  @Override
  public Interaction deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    JsonNode tree = context.readTree(json);
    InteractionContext common = context.readTreeAsValue(tree, InteractionContext.class);
    return switch (common.type().value()) {
      case 1 -> new PingInteraction(common);
      case 2 -> new CommandInteraction(common, data(tree, context, CommandData.class));
      case 3 -> new ComponentInteraction(common, data(tree, context, ComponentData.class));
      case 4 -> new AutocompleteInteraction(common, data(tree, context, CommandData.class));
      case 5 -> new ModalInteraction(common, data(tree, context, ModalData.class));
      default -> new UnknownInteraction(common);
    };
  }

  private static <T> T data(JsonNode tree, DeserializationContext context, Class<T> type)
      throws IOException {
    JsonNode data = tree.path("data");
    if (!data.isObject()) {
      var why = new IllegalArgumentException("must be an object for this type of interaction");
      throw JsonMappingException.wrapWithPath(why, tree, "data");
    }
    try {
      return context.readTreeAsValue(data, type);
    } catch (JsonMappingException e) {
      throw JsonMappingException.wrapWithPath(e, tree, "data");
    }
  }
}
