package dev.gatehouse.cli;

import dev.gatehouse.assistant.command.AssistantCommands;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.model.ApplicationCommand;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discordchat.SlashCommands;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Makes the application's slash commands those that the assistant understands. */
final class Registration {
  private final DiscordRest discord;

  Registration(Settings settings, LongSupplier nanoTime) {
    this.discord =
        Doctor.rest(
            settings, settings.requiredSecret("DISCORD_TOKEN", "the bot's token"), nanoTime);
  }

  /** Replaces the commands of every server, or of the one given. */
  Registered register(Optional<Snowflake> guild) {
    Snowflake application = discord.currentApplication().id();
    return new Registered(application, commands(application, guild));
  }

  private List<ApplicationCommand> commands(Snowflake application, Optional<Snowflake> guild) {
    return guild
        .map(id ->
            discord.overwriteGuildCommands(
                application, id, SlashCommands.of(AssistantCommands.catalog())))
        .orElseGet(() -> SlashCommands.register(discord, application, AssistantCommands.catalog()));
  }

  /** The commands that an application now has. */
  record Registered(Snowflake application, List<ApplicationCommand> commands) {
    Registered {
      commands = List.copyOf(commands);
    }
  }
}
