package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Snowflake;
import java.util.Optional;

/**
 * What takes up a reply again, as text: how its first message is reached, and the message's id.
 *
 * @param ephemeral whether only the caller sees it
 */
record ReplyReference(Kind kind, Snowflake message, boolean ephemeral) {
  private static final String EPHEMERAL = "ephemeral";

  /** How the first message is reached. */
  enum Kind {
    /** By its channel and id. */
    CHANNEL("channel"),
    /** As the original response of an interaction. */
    ORIGINAL("original");

    private final String name;

    Kind(String name) {
      this.name = name;
    }
  }

  String text() {
    return kind.name + ":" + message + (ephemeral ? ":" + EPHEMERAL : "");
  }

  /** Reads what {@link #text()} wrote; nothing when it is something else. */
  static Optional<ReplyReference> parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      return Optional.empty();
    }
    boolean ephemeral = parts.length == 3 && parts[2].equals(EPHEMERAL);
    return kind(parts[0])
        .flatMap(kind -> id(parts[1]).map(message -> new ReplyReference(kind, message, ephemeral)));
  }

  private static Optional<Kind> kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name.equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static Optional<Snowflake> id(String digits) {
    try {
      return Optional.of(Snowflake.of(digits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
