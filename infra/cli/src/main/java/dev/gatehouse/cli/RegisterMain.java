package dev.gatehouse.cli;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./gatehouse register [--guild ID]}. */
public final class RegisterMain {
  private static final int USAGE = 2;

  private RegisterMain() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out));
  }

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
    try {
      Optional<Snowflake> guild = guild(arguments);
      Registration.Registered registered =
          new Registration(Settings.of(Part.COMMANDS, environment), System::nanoTime)
              .register(guild);
      print(registered, guild, out);
      return 0;
    } catch (InvalidSettingException | DiscordException e) {
      out.println("register: " + e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      out.println("register: " + e.getMessage() + " (usage: register [--guild GUILD_ID])");
      return USAGE;
    }
  }

  private static void print(
      Registration.Registered registered, Optional<Snowflake> guild, PrintStream out) {
    registered
        .commands()
        .forEach(command -> out.println("/" + command.name() + "  " + command.description()));
    out.println(
        guild.map(id -> "registered on server " + id).orElse("registered for every server"));
    out.println("invite the bot to a server: " + Invitation.of(registered.application()));
  }

  private static Optional<Snowflake> guild(List<String> arguments) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    if (arguments.size() != 2 || !arguments.getFirst().equals("--guild")) {
      throw new IllegalArgumentException("does not understand " + arguments);
    }
    return Optional.of(Snowflake.of(arguments.get(1)));
  }
}
