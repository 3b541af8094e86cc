package dev.gatehouse.discordchat;

import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.command.CommandSpec;
import dev.gatehouse.chat.command.Option;
import dev.gatehouse.chat.command.OptionType;
import dev.gatehouse.discord.model.ApplicationCommand;
import dev.gatehouse.discord.model.ApplicationCommandCreate;
import dev.gatehouse.discord.model.CommandChoice;
import dev.gatehouse.discord.model.CommandOption;
import dev.gatehouse.discord.model.CommandOptionType;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordRest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declared commands as Discord's slash commands. */
public final class SlashCommands {
  private SlashCommands() {}

  /**
   * What to register, in the catalog's order.
   *
   * @throws IllegalArgumentException naming the command that Discord would refuse
   */
  public static List<ApplicationCommandCreate> of(CommandCatalog catalog) {
    DiscordLimits.CHAT.check(catalog);
    return catalog.commands().stream().map(SlashCommands::command).toList();
  }

  /**
   * Replaces all global commands of the application by the catalog's.
   *
   * @throws dev.gatehouse.discord.rest.DiscordException when Discord refuses
   */
  public static List<ApplicationCommand> register(
      DiscordRest rest, Snowflake application, CommandCatalog catalog) {
    return rest.overwriteGlobalCommands(application, of(catalog));
  }

  private static ApplicationCommandCreate command(CommandSpec command) {
    List<CommandOption> options = command.options().stream().map(SlashCommands::option).toList();
    return ApplicationCommandCreate.slash(command.name(), command.description(), options);
  }

  private static CommandOption option(Option<?> option) {
    return switch (option.type()) {
      case OptionType.Text text ->
          value(option, CommandOptionType.STRING)
              .withLength(text.least(), Math.min(text.most(), DiscordLimits.OPTION_TEXT));
      case OptionType.Choice<?> choice ->
          value(option, CommandOptionType.STRING).withChoices(choices(choice));
      case OptionType.Whole whole ->
          bounded(option, CommandOptionType.INTEGER, whole.least(), whole.most());
      case OptionType.Decimal decimal ->
          bounded(option, CommandOptionType.NUMBER, decimal.least(), decimal.most());
      case OptionType.Flag flag -> value(option, CommandOptionType.BOOLEAN);
    };
  }

  private static CommandOption value(Option<?> option, CommandOptionType type) {
    return CommandOption.value(type, option.name(), option.description(), option.required());
  }

  private static CommandOption bounded(
      Option<?> option, CommandOptionType type, @Nullable Number least, @Nullable Number most) {
    return new CommandOption(
        type,
        option.name(),
        option.description(),
        option.required(),
        List.of(),
        List.of(),
        List.of(),
        least,
        most,
        null,
        null,
        false);
  }

  private static List<CommandChoice> choices(OptionType.Choice<?> choice) {
    return choice.words().keySet().stream()
        .map(word -> new CommandChoice(word, (Object) word))
        .toList();
  }
}
