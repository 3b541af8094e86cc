package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options to choose one of, or any number of, in a modal.
 *
 * @param type {@link #RADIO} or {@link #CHECKBOXES}
 * @param value the chosen one of a radio group, in what a person submitted
 * @param values the chosen ones of a checkbox group, in what a person submitted
 */
public record ChoiceGroup(
    int type,
    String customId,
    List<SelectOption> options,
    @Nullable Integer minValues,
    @Nullable Integer maxValues,
    @Nullable Boolean required,
    @Nullable String value,
    List<String> values)
    implements Component {
  public static final int RADIO = 21;
  public static final int CHECKBOXES = 22;

  public ChoiceGroup {
    Absent.refuse("custom_id", customId);
    options = Absent.asEmpty(options);
    values = Absent.asEmpty(values);
  }
}
