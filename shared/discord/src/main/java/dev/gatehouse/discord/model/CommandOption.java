package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command, or a sub-command with options of its own.
 *
 * @param channelTypes for channel options: what may be chosen; empty for any
 * @param minValue for numbers: the least
 * @param minLength for strings: the least length
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure">Application
 *     command option</a>
 */
public record CommandOption(
    CommandOptionType type,
    String name,
    String description,
    boolean required,
    List<CommandChoice> choices,
    List<CommandOption> options,
    List<ChannelType> channelTypes,
    @Nullable Number minValue,
    @Nullable Number maxValue,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    boolean autocomplete) {
  public CommandOption {
    Absent.refuse("type", type);
    Absent.refuse("name", name);
    description = Absent.or(description, "");
    choices = Absent.asEmpty(choices);
    options = Absent.asEmpty(options);
    channelTypes = Absent.asEmpty(channelTypes);
  }

  /** An option that takes one value. */
  public static CommandOption value(
      CommandOptionType type, String name, String description, boolean required) {
    return new CommandOption(
        type,
        name,
        description,
        required,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        false);
  }

  /** A sub-command. */
  public static CommandOption subCommand(
      String name, String description, List<CommandOption> options) {
    return new CommandOption(
        CommandOptionType.SUB_COMMAND,
        name,
        description,
        false,
        List.of(),
        options,
        List.of(),
        null,
        null,
        null,
        null,
        false);
  }

  public CommandOption withChoices(List<CommandChoice> these) {
    return new CommandOption(
        type,
        name,
        description,
        required,
        these,
        options,
        channelTypes,
        minValue,
        maxValue,
        minLength,
        maxLength,
        autocomplete);
  }

  /** Asks the application for suggestions while the person types. */
  public CommandOption withAutocomplete() {
    return new CommandOption(
        type,
        name,
        description,
        required,
        List.of(),
        options,
        channelTypes,
        minValue,
        maxValue,
        minLength,
        maxLength,
        true);
  }

  /** Bounds the length of a string. */
  public CommandOption withLength(int least, int most) {
    return new CommandOption(
        type,
        name,
        description,
        required,
        choices,
        options,
        channelTypes,
        minValue,
        maxValue,
        least,
        most,
        autocomplete);
  }
}
