package dev.gatehouse.cli;

import static dev.gatehouse.discord.model.Permissions.ATTACH_FILES;
import static dev.gatehouse.discord.model.Permissions.READ_MESSAGE_HISTORY;
import static dev.gatehouse.discord.model.Permissions.SEND_MESSAGES;
import static dev.gatehouse.discord.model.Permissions.SEND_MESSAGES_IN_THREADS;
import static dev.gatehouse.discord.model.Permissions.VIEW_CHANNEL;

import dev.gatehouse.discord.model.Permissions;
import dev.gatehouse.discord.model.Snowflake;

/**
 * The address at which the bot is invited to a server, with the permissions that the functions
 * need: to read what was missed and to answer, in threads as well, with a file where an answer is
 * long.
 *
 * @see <a href="https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow">Bot
 *     authorization flow</a>
 */
final class Invitation {
  static final Permissions PERMISSIONS =
      Permissions.ofBits(
          VIEW_CHANNEL,
          SEND_MESSAGES,
          SEND_MESSAGES_IN_THREADS,
          ATTACH_FILES,
          READ_MESSAGE_HISTORY);

  private Invitation() {}

  static String of(Snowflake application) {
    return "https://discord.com/oauth2/authorize?client_id="
        + application
        + "&scope=bot+applications.commands&permissions="
        + PERMISSIONS;
  }
}
