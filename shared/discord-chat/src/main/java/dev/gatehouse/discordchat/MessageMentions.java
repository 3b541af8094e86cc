package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.User;
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
    return withUsers(id -> id.equals(ourUser) ? Optional.of("") : name(id)).strip();
  }

  /** The content of a message that is quoted: what it says of us is not said to us. */
  String quotedText() {
    return withUsers(this::name);
  }

  /** Text of which nobody says who is mentioned in it. */
  static String withoutNames(String text) {
    return new MessageMarkup(_ -> Optional.empty(), _ -> Optional.empty(), _ -> Optional.empty())
        .replacedIn(text);
  }

  private String withUsers(Function<Snowflake, Optional<String>> user) {
    return new MessageMarkup(user, _ -> Optional.empty(), _ -> Optional.empty())
        .replacedIn(message.content());
  }

  private Optional<String> name(Snowflake id) {
    return message.mentions().stream()
        .filter(user -> user.id().equals(id))
        .map(User::displayName)
        .map(name -> "@" + name)
        .findFirst();
  }
}
