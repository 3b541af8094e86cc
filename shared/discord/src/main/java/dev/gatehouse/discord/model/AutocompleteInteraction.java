package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/** A person is typing an option that wants suggestions; at most 25 are the answer. */
public record AutocompleteInteraction(InteractionContext context, CommandData data)
    implements Interaction {
  public AutocompleteInteraction {
    Absent.refuse("context", context);
    Absent.refuse("data", data);
  }

  /** The option that is being typed, wherever it is nested; null when none is marked. */
  public @Nullable OptionValue focused() {
    return data.allOptions().filter(OptionValue::focused).findFirst().orElse(null);
  }
}
