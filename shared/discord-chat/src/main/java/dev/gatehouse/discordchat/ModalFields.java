package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.Component;
import dev.gatehouse.discord.model.Label;
import dev.gatehouse.discord.model.ModalInteraction;
import dev.gatehouse.discord.model.TextInput;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was typed into a modal. */
final class ModalFields {
  private ModalFields() {}

  static Map<String, String> of(ModalInteraction modal) {
    return modal.data().components().stream()
        .flatMap(ModalFields::inputs)
        .filter(input -> input.value() != null)
        .collect(
            Collectors.toMap(
                TextInput::customId, input -> String.valueOf(input.value()), (a, b) -> a));
  }

  /** Inputs stand in rows, or in labels. */
  private static Stream<TextInput> inputs(Component component) {
    if (component instanceof ActionRow row) {
      return row.components().stream().flatMap(ModalFields::inputs);
    }
    if (component instanceof Label label && label.component() != null) {
      return inputs(label.component());
    }
    return component instanceof TextInput input ? Stream.of(input) : Stream.empty();
  }
}
