package dev.gatehouse.discord.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that a person gave for an option, or a sub-command with values of its own.
 *
 * @param value a String, Integer, Long, Double or Boolean; null for sub-commands
 * @param focused whether the person is typing it now, in autocomplete
 */
public record OptionValue(
    String name,
    CommandOptionType type,
    @Nullable Object value,
    List<OptionValue> options,
    boolean focused) {
  public OptionValue {
    Absent.refuse("name", name);
    Absent.refuse("type", type);
    options = Absent.asEmpty(options);
  }

  /** The value as text; null for sub-commands. */
  public @Nullable String text() {
    return value == null ? null : value.toString();
  }

  Stream<OptionValue> andNested() {
    return Stream.concat(Stream.of(this), options.stream().flatMap(OptionValue::andNested));
  }

  /** What people write is not printed, so that no log carries it. */
  @Override
  public String toString() {
    return "OptionValue[" + name + ", " + type + ", " + options + "]";
  }
}
