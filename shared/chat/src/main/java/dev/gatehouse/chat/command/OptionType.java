package dev.gatehouse.chat.command;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What values an option takes.
 *
 * @param <T> what a command's code gets
 */
public sealed interface OptionType<T> {
  /**
   * Reads a value.
   *
   * @throws InvalidOptionException saying what would be right
   */
  T parse(String given);

  /** Free text of some length, in characters (UTF-16 units). */
  record Text(int least, int most) implements OptionType<String> {
    public Text {
      requireOrder(least <= most);
    }

    @Override
    public String parse(String given) {
      String text = given.strip();
      if (text.length() < least) {
        throw new InvalidOptionException(
            text.isEmpty() ? "must not be empty" : "must have at least " + least + " characters");
      }
      if (text.length() > most) {
        throw new InvalidOptionException(
            "must have at most " + most + " characters, had " + text.length());
      }
      return text;
    }
  }

  /** A whole number within bounds, both included. */
  record Whole(long least, long most) implements OptionType<Long> {
    public Whole {
      requireOrder(least <= most);
    }

    @Override
    public Long parse(String given) {
      try {
        long number = Long.parseLong(given.strip());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Falls through to the one message that says what would be right.
      }
      throw InvalidOptionException.mustBe("a whole number from " + least + " to " + most, given);
    }
  }

  /** A number within bounds, both included. */
  record Decimal(double least, double most) implements OptionType<Double> {
    public Decimal {
      requireOrder(least <= most);
    }

    @Override
    public Double parse(String given) {
      try {
        double number = Double.parseDouble(given.strip());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Falls through to the one message that says what would be right.
      }
      throw InvalidOptionException.mustBe("a number from " + least + " to " + most, given);
    }
  }

  /** Yes or no. */
  record Flag() implements OptionType<Boolean> {
    @Override
    public Boolean parse(String given) {
      return switch (given.strip().toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on" -> true;
        case "false", "no", "off" -> false;
        default -> throw InvalidOptionException.mustBe("yes or no", given);
      };
    }
  }

  /**
   * One of some words, in any case.
   *
   * @param words what is typed, in the order in which it is offered, and what it stands for
   */
  record Choice<T>(Map<String, T> words) implements OptionType<T> {
    public Choice {
      if (words.isEmpty() || words.size() > 25) {
        throw new IllegalArgumentException("words: must be 1 to 25 choices, were " + words.size());
      }
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    @Override
    public T parse(String given) {
      return words.entrySet().stream()
          .filter(word -> word.getKey().equalsIgnoreCase(given.strip()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow(() -> InvalidOptionException.mustBe(listed(), given));
    }

    private String listed() {
      return words.keySet().stream().collect(Collectors.joining(", ", "one of ", ""));
    }
  }

  /** Text that is not empty, of at most so many characters. */
  static OptionType<String> text(int most) {
    return new Text(1, most);
  }

  /** A whole number within bounds, both included. */
  static OptionType<Long> whole(long least, long most) {
    return new Whole(least, most);
  }

  /** A number within bounds, both included. */
  static OptionType<Double> decimal(double least, double most) {
    return new Decimal(least, most);
  }

  /** Yes or no. */
  static OptionType<Boolean> flag() {
    return new Flag();
  }

  /** One of the words. */
  static OptionType<String> choice(String... words) {
    return new Choice<>(byWord(words, Function.identity()));
  }

  /** One of an enum's constants, typed in lower case. */
  static <E extends Enum<E>> OptionType<E> oneOf(Class<E> constants) {
    return new Choice<>(
        byWord(constants.getEnumConstants(), constant -> constant.name().toLowerCase(Locale.ROOT)));
  }

  private static <T> Map<String, T> byWord(T[] values, Function<T, String> word) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(word, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private static void requireOrder(boolean ordered) {
    if (!ordered) {
      throw new IllegalArgumentException("least: must not be above most");
    }
  }
}
