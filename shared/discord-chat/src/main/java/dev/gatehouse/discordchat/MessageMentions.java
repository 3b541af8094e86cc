package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who a message mentions, and its text with their names. */
record MessageMentions(Message message, Snowflake ourUser) {
  boolean ofUs() {
    return message.mentions(ourUser);
  }

  boolean ofOthers() {
    return message.mentions().stream().anyMatch(user -> !user.id().equals(ourUser));
  }

  /** The content without the mention of us, and with names in place of other users' ids. */
  String readableText() {
    return named(
            message.content(),
            id -> id.equals(ourUser) ? Optional.of("") : name(id, message.mentions()))
        .strip();
  }

  /** The content of a message that is quoted: what it says of us is not said to us. */
  String quotedText() {
    return named(message.content(), message.mentions());
  }

  /** A text with the names of those users in place of their ids. */
  static String named(String text, List<User> users) {
    return named(text, id -> name(id, users));
  }

  private static String named(String text, Function<Snowflake, Optional<String>> user) {
    return new MessageMarkup(user, _ -> Optional.empty(), _ -> Optional.empty()).replacedIn(text);
  }

  private static Optional<String> name(Snowflake id, List<User> users) {
    return users.stream()
        .filter(user -> user.id().equals(id))
        .map(user -> "@" + user.displayName())
        .findFirst();
  }
}
