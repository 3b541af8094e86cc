package dev.gatehouse.discord.model;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a channel to read, newest first. At most one of the bounds may be set.
 *
 * @param limit 1 to 100
 * @see <a href="https://docs.discord.com/developers/resources/message#get-channel-messages">Get
 *     channel messages</a>
 */
public record MessageQuery(
    int limit, @Nullable Snowflake before, @Nullable Snowflake after, @Nullable Snowflake around) {
  private static final int MOST = 100;

  public MessageQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to 100, was " + limit);
    }
    if (bounds(before, after, around) > 1) {
      throw new IllegalArgumentException("at most one of before, after and around may be set");
    }
  }

  /** The newest messages. */
  public static MessageQuery latest(int limit) {
    return new MessageQuery(limit, null, null, null);
  }

  public static MessageQuery before(Snowflake message, int limit) {
    return new MessageQuery(limit, message, null, null);
  }

  public static MessageQuery after(Snowflake message, int limit) {
    return new MessageQuery(limit, null, message, null);
  }

  private static long bounds(@Nullable Snowflake... all) {
    return Stream.of(all).filter(Objects::nonNull).count();
  }
}
