package dev.gatehouse.simulator.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel, direct-message channel or thread.
 *
 * @param guildId absent in direct messages
 * @param name empty in direct messages
 * @param parentId a thread's channel
 * @param ownerId who opened the thread
 * @param recipients the two users of a direct-message channel
 * @param overwrites what it allows or denies to roles and members; a thread has its channel's
 * @param archiveMinutes after how many quiet minutes a thread is archived
 */
public record Channel(
    long id,
    ChannelType type,
    @Nullable Long guildId,
    String name,
    @Nullable String topic,
    @Nullable Long parentId,
    @Nullable Long ownerId,
    List<User> recipients,
    List<Overwrite> overwrites,
    int position,
    int archiveMinutes,
    boolean archived,
    boolean locked,
    Instant createdAt,
    @Nullable Long lastMessageId) {

  private static final List<User> NOBODY = List.of();

  /** A text or voice channel of a guild. */
  static Channel inGuild(
      long id, ChannelType type, long guildId, String name, int position, Instant now) {
    return new Channel(
        id, type, guildId, name, null, null, null, NOBODY, List.of(), position, 0, false, false,
        now, null);
  }

  /** A direct-message channel between two users. */
  static Channel direct(long id, User one, User other, Instant now) {
    List<User> both = List.of(one, other);
    return new Channel(
        id,
        ChannelType.DM,
        null,
        "",
        null,
        null,
        null,
        both,
        List.of(),
        0,
        0,
        false,
        false,
        now,
        null);
  }

  /** A thread below a channel. */
  static Channel thread(
      long id,
      ChannelType type,
      Channel parent,
      String name,
      long owner,
      int minutes,
      Instant now) {
    return new Channel(
        id,
        type,
        parent.guildId(),
        name,
        null,
        parent.id(),
        owner,
        NOBODY,
        List.of(),
        0,
        minutes,
        false,
        false,
        now,
        null);
  }

  /** Whether it hangs below another channel. */
  public boolean isThread() {
    return type.isThread();
  }

  /** Whether it is a direct-message channel. */
  public boolean isDirect() {
    return type == ChannelType.DM;
  }

  /** Whether the user takes part in the direct messages. */
  public boolean hasRecipient(long userId) {
    return recipients.stream().anyMatch(user -> user.id() == userId);
  }

  Channel withLastMessage(long messageId) {
    return copy(name, topic, overwrites, archived, locked, messageId);
  }

  /** The channel with other overwrites. */
  public Channel withOverwrites(List<Overwrite> others) {
    return copy(name, topic, others, archived, locked, lastMessageId);
  }

  /** The channel with another name, topic and thread state. */
  public Channel changed(
      String newName, @Nullable String newTopic, boolean nowArchived, boolean nowLocked) {
    return copy(newName, newTopic, overwrites, nowArchived, nowLocked, lastMessageId);
  }

  private Channel copy(
      String newName,
      @Nullable String newTopic,
      List<Overwrite> others,
      boolean nowArchived,
      boolean nowLocked,
      @Nullable Long lastMessage) {
    return new Channel(
        id,
        type,
        guildId,
        newName,
        newTopic,
        parentId,
        ownerId,
        recipients,
        others,
        position,
        archiveMinutes,
        nowArchived,
        nowLocked,
        createdAt,
        lastMessage);
  }
}
