package dev.gatehouse.simulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param editedAt absent until its content changes
 * @param threadId the thread that hangs below it
 */
public record Message(
    long id,
    long channelId,
    @Nullable Long guildId,
    MessageOrigin origin,
    MessageBody body,
    Instant createdAt,
    @Nullable Instant editedAt,
    boolean pinned,
    @Nullable Long threadId,
    List<Reaction> reactions) {

  /** Who wrote it. */
  public User author() {
    return origin.author();
  }

  /** What points to it, from an answer or from where it is passed on. */
  public MessageReference reference(boolean forwards) {
    return new MessageReference(id, channelId, guildId, forwards);
  }

  /** Whether only one user sees it. */
  public boolean isEphemeral() {
    return origin.visibleTo() != null;
  }

  /** Whether the user may see it. */
  public boolean isVisibleTo(@Nullable Long userId) {
    return origin.visibleTo() == null || origin.visibleTo().equals(userId);
  }

  /** The message with another body. */
  public Message edited(MessageBody newBody, @Nullable Instant when) {
    return new Message(
        id, channelId, guildId, origin, newBody, createdAt, when, pinned, threadId, reactions);
  }

  /** The message, pinned or not. */
  public Message pinned(boolean nowPinned) {
    return new Message(
        id, channelId, guildId, origin, body, createdAt, editedAt, nowPinned, threadId, reactions);
  }

  /** The message with a thread below it. */
  Message withThread(long thread) {
    MessageBody marked = body.withFlags(body.flags() | MessageFlags.HAS_THREAD);
    return new Message(
        id, channelId, guildId, origin, marked, createdAt, editedAt, pinned, thread, reactions);
  }

  /** The message with one user's reaction added or taken away. */
  Message reacted(String emoji, long userId, boolean added) {
    List<Reaction> changed = new ArrayList<>();
    Set<Long> users = new LinkedHashSet<>();
    for (Reaction reaction : reactions) {
      if (reaction.emoji().equals(emoji)) {
        users.addAll(reaction.users());
      } else {
        changed.add(reaction);
      }
    }
    if (added) {
      users.add(userId);
    } else {
      users.remove(userId);
    }
    if (!users.isEmpty()) {
      changed.add(new Reaction(emoji, users));
    }
    return new Message(
        id, channelId, guildId, origin, body, createdAt, editedAt, pinned, threadId, changed);
  }
}
