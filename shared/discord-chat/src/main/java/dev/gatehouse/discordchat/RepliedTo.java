package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageType;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.User;
import java.util.Optional;

/** Whose message a message replies to, as far as Discord says. */
final class RepliedTo {
  private RepliedTo() {}

  static boolean us(Message message, Snowflake ourUser) {
    return author(message).filter(user -> user.id().equals(ourUser)).isPresent();
  }

  static boolean somebodyElse(Message message, Snowflake ourUser) {
    return author(message).filter(user -> !user.id().equals(ourUser)).isPresent();
  }

  /** Other kinds of messages refer to messages as well: a forward, the start of a thread. */
  private static Optional<User> author(Message message) {
    return MessageType.REPLY.equals(message.type())
        ? Optional.ofNullable(message.referencedMessage()).map(Message::author)
        : Optional.empty();
  }
}
