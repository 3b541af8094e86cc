package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.Author;
import dev.gatehouse.discord.model.Member;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.User;
import org.jspecify.annotations.Nullable;

/** Users, members and webhooks as authors. */
final class Authors {
  private static final Author NOBODY = new Author("", "", Author.Kind.MACHINE);

  private Authors() {}

  static Author of(Message message, Snowflake ourUser) {
    User user = message.author();
    return user == null
        ? NOBODY
        : new Author(
            user.id().toString(), name(user, message.member()), kind(message, user, ourUser));
  }

  /** A person, as only people cause interactions. */
  static Author person(User user, @Nullable Member member) {
    return new Author(user.id().toString(), name(user, member), Author.Kind.PERSON);
  }

  private static Author.Kind kind(Message message, User user, Snowflake ourUser) {
    if (user.id().equals(ourUser)) {
      return Author.Kind.OURSELVES;
    }
    return message.byPerson() && !user.system() ? Author.Kind.PERSON : Author.Kind.MACHINE;
  }

  private static String name(User user, @Nullable Member member) {
    return member != null && member.nick() != null ? member.nick() : user.displayName();
  }
}
