package dev.gatehouse.chat.command;

import java.util.Optional;
import java.util.function.Function;

/**
 * One value that a command takes. The constant that declares it also reads it: {@code
 * invocation.get(SIDES)}.
 *
 * @param <T> what {@link Invocation#get} gives
 */
public final class Option<T> {
  private final String name;
  private final String description;
  private final OptionType<?> type;
  private final boolean required;
  private final Function<Optional<String>, T> reading;

  private Option(
      String name,
      String description,
      OptionType<?> type,
      boolean required,
      Function<Optional<String>, T> reading) {
    this.name = Naming.requireName(name);
    this.description = Naming.requireDescription(name, description);
    this.type = type;
    this.required = required;
    this.reading = reading;
  }

  /** An option that must be given. */
  public static <T> Option<T> required(String name, String description, OptionType<T> type) {
    return new Option<>(
        name,
        description,
        type,
        true,
        given -> type.parse(given.orElseThrow(() -> new InvalidOptionException("is missing"))));
  }

  /** An option that may be left out. */
  public static <T> Option<Optional<T>> optional(
      String name, String description, OptionType<T> type) {
    return new Option<>(name, description, type, false, given -> given.map(type::parse));
  }

  /** An option that has a value of its own when it is left out. */
  public static <T> Option<T> defaulting(
      String name, String description, OptionType<T> type, T fallback) {
    return new Option<>(
        name, description, type, false, given -> given.map(type::parse).orElse(fallback));
  }

  /** Lower case, unique within its command. */
  public String name() {
    return name;
  }

  /** What the option is for, in one line. */
  public String description() {
    return description;
  }

  /** What values it takes. */
  public OptionType<?> type() {
    return type;
  }

  /** Whether it must be given. */
  public boolean required() {
    return required;
  }

  /** As help shows it: {@code <question>} when required, else {@code [count]}. */
  String placeholder() {
    return required ? "<" + name + ">" : "[" + name + "]";
  }

  T read(Optional<String> given) {
    return reading.apply(given);
  }

  @Override
  public String toString() {
    return "Option[" + placeholder() + "]";
  }
}
