package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.User;
import java.util.List;
import java.util.Optional;

/** Who a message mentions, and its text with their names. */
record MessageMentions(Message message, Snowflake ourUser, Optional<Snowflake> ourRole) {
  boolean ofUs() {
    return message.mentions(ourUser) || ourRole.isPresent();
  }

  boolean ofOthers() {
    return message.mentions().stream().anyMatch(user -> !user.id().equals(ourUser));
  }

  /** The content without the mention of us, and with names in place of other users' ids. */
  String readableText() {
    MessageMarkup names =
        new MessageMarkup(
            user -> user.equals(ourUser) ? Optional.of("") : name(user, message.mentions()),
            _ -> Optional.empty(),
            role -> ourRole.filter(role::equals).map(_ -> ""));
    return names.replacedIn(message.content()).strip();
  }

  /** A text that is quoted, with the names of those users: what it says of us is not said to us. */
  static String named(String text, List<User> users) {
    return new MessageMarkup(
            user -> name(user, users), _ -> Optional.empty(), _ -> Optional.empty())
        .replacedIn(text);
  }

  private static Optional<String> name(Snowflake id, List<User> users) {
    return users.stream()
        .filter(user -> user.id().equals(id))
        .map(user -> "@" + user.displayName())
        .findFirst();
  }
}
