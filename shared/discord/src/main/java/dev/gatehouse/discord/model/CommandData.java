package dev.gatehouse.discord.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command that was used, and how.
 *
 * @param targetId the user or message that a context-menu command was used on
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-data-structure">Application
 *     command data</a>
 */
public record CommandData(
    Snowflake id,
    String name,
    @Nullable CommandType type,
    @Nullable Resolved resolved,
    List<OptionValue> options,
    @Nullable Snowflake guildId,
    @Nullable Snowflake targetId) {
  public CommandData {
    Absent.refuse("id", id);
    Absent.refuse("name", name);
    options = Absent.asEmpty(options);
  }

  /** Every option, those of sub-commands included, outer ones first. */
  public Stream<OptionValue> allOptions() {
    return options.stream().flatMap(OptionValue::andNested);
  }

  /** The value of a string option, wherever it is nested; null when it was not given. */
  public @Nullable String string(String option) {
    return allOptions()
        .filter(candidate -> candidate.name().equals(option))
        .map(OptionValue::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
