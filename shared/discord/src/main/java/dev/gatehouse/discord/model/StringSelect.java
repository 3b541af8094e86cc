package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A menu of given options. */
public record StringSelect(
    String customId,
    List<SelectOption> options,
    @Nullable String placeholder,
    @Nullable Integer minValues,
    @Nullable Integer maxValues,
    boolean disabled,
    List<String> values)
    implements Component {
  public static final int TYPE = 3;

  public StringSelect {
    Absent.refuse("custom_id", customId);
    options = Absent.asEmpty(options);
    values = Absent.asEmpty(values);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
