package dev.gatehouse.contracts.settings;

import dev.gatehouse.contracts.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Typed look-ups in an environment. A blank value counts as absent; a malformed one throws {@link
 * InvalidSettingException}.
 */
public final class Settings {
  /** Read under the names that AWS gave them. */
  private static final String OF_AWS = "AWS_";

  private final Map<String, String> environment;
  private final Predicate<String> declared;

  private Settings(Map<String, String> environment, Predicate<String> declared) {
    this.environment = Map.copyOf(environment);
    this.declared = declared;
  }

  /** Settings over a copy of the given variables. */
  public static Settings of(Map<String, String> environment) {
    return new Settings(environment, name -> true);
  }

  /**
   * The settings of one part, once no variable is misspelt or for something that is not there. They
   * know only what the part says it reads, so that what it says is so.
   */
  public static Settings of(Part part, Map<String, String> environment) {
    KnownSettings.ofEveryPart().check(environment);
    return new Settings(
        environment, name -> part.reads().contains(name) || name.startsWith(OF_AWS));
  }

  /** The text as it stands, without surrounding white space. */
  public Optional<String> text(String name) {
    if (!declared.test(name)) {
      throw new IllegalArgumentException(name + " is not among what this part says it reads");
    }
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** A text that must be there. */
  public String requiredText(String name, String whatItIs) {
    return text(name).orElseThrow(() -> missing(name, whatItIs));
  }

  /** A secret, which prints as redacted. */
  public Optional<Secret> secret(String name) {
    return text(name).map(Secret::of);
  }

  /** A secret that must be there. */
  public Secret requiredSecret(String name, String whatItIs) {
    return secret(name).orElseThrow(() -> missing(name, whatItIs));
  }

  /** A whole number within bounds, both included. */
  public int integer(String name, int fallback, int least, int most) {
    return text(name).map(v -> parseInteger(name, v, least, most)).orElse(fallback);
  }

  /** {@code true} or {@code false}, in any case. */
  public boolean flag(String name, boolean fallback) {
    return text(name).map(v -> parseFlag(name, v)).orElse(fallback);
  }

  /** A duration in whole milliseconds within bounds, both included. */
  public Duration millis(String name, Duration fallback, Duration least, Duration most) {
    int millis =
        integer(
            name,
            Math.toIntExact(fallback.toMillis()),
            Math.toIntExact(least.toMillis()),
            Math.toIntExact(most.toMillis()));
    return Duration.ofMillis(millis);
  }

  /** An absolute http, https, ws or wss address. */
  public Optional<URI> address(String name) {
    return text(name).map(v -> parse(name, "an absolute URL", v, Settings::toAddress));
  }

  /** An address that must be there. */
  public URI requiredAddress(String name, String whatItIs) {
    return address(name).orElseThrow(() -> missing(name, whatItIs));
  }

  /** Anything else: the parser throws {@link IllegalArgumentException} on what is wrong. */
  public <T> Optional<T> parsed(String name, String whatIsRight, Function<String, T> parser) {
    return text(name).map(v -> parse(name, whatIsRight, v, parser));
  }

  private static <T> T parse(
      String name, String whatIsRight, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          name, "must be " + whatIsRight + " (" + e.getMessage() + ")");
    }
  }

  private static int parseInteger(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message that says what would be right.
    }
    throw new InvalidSettingException(
        name, "must be a whole number from " + least + " to " + most + ", was '" + value + "'");
  }

  private static boolean parseFlag(String name, String value) {
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(value);
    }
    throw new InvalidSettingException(name, "must be true or false, was '" + value + "'");
  }

  private static URI toAddress(String value) {
    URI address = URI.create(value);
    if (address.getScheme() == null || address.getHost() == null) {
      throw new IllegalArgumentException("has no scheme or no host");
    }
    return address;
  }

  private static InvalidSettingException missing(String name, String whatItIs) {
    return new InvalidSettingException(name, "is not set; it must hold " + whatItIs);
  }
}
