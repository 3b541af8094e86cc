package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.User;

/**
 * Who a message mentions (<a
 * href="https://docs.discord.com/developers/reference#message-formatting">formats</a>).
 */
record MessageMentions(Message message, Snowflake ourUser) {
  boolean ofUs() {
    return message.mentions(ourUser);
  }

  boolean ofOthers() {
    return message.mentions().stream().anyMatch(user -> !user.id().equals(ourUser));
  }

  /** The content without the mention of us, and with names in place of other users' ids. */
  String readableText() {
    String text = replaced(message.content(), ourUser, "");
    for (User user : message.mentions()) {
      text = replaced(text, user.id(), "@" + user.displayName());
    }
    return text.strip();
  }

  /** The form with an exclamation mark is outdated and still sent by some clients. */
  private static String replaced(String text, Snowflake user, String by) {
    return text.replace("<@" + user + ">", by).replace("<@!" + user + ">", by);
  }
}
