package dev.gatehouse.discord.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The modal that was submitted.
 *
 * @param components rows or labels around the inputs with their values
 */
public record ModalData(String customId, List<Component> components, @Nullable Resolved resolved) {
  public ModalData {
    Absent.refuse("custom_id", customId);
    components = Absent.asEmpty(components);
  }

  /** The text that was entered in an input, wherever it is nested; null when there is no such. */
  public @Nullable String text(String inputId) {
    return components.stream()
        .flatMap(ModalData::inputs)
        .filter(input -> input.customId().equals(inputId))
        .map(TextInput::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<TextInput> inputs(Component component) {
    if (component instanceof ActionRow row) {
      return row.components().stream().flatMap(ModalData::inputs);
    }
    if (component instanceof Label label && label.component() != null) {
      return inputs(label.component());
    }
    return component instanceof TextInput input ? Stream.of(input) : Stream.empty();
  }
}
