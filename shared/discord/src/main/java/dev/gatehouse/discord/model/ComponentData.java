package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The component that was used.
 *
 * @param componentType the number of its kind, as {@link Component#type()}
 * @param values what was chosen in a menu
 */
public record ComponentData(
    String customId, int componentType, List<String> values, @Nullable Resolved resolved) {
  public ComponentData {
    Absent.refuse("custom_id", customId);
    values = Absent.asEmpty(values);
  }
}
