package dev.gatehouse.chat.platform;

import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.contracts.Platform;
import java.util.Optional;

/**
 * A chat platform: how its events are read, how an answer appears in it, and what it can show. All
 * that is particular to it lies behind this port; ids are text on this side of it.
 */
public interface ChatPlatform {
  /** Its name, which messages on queues carry. */
  Platform name();

  /** What it tells us. */
  ChatSource source();

  /** How an answer appears in it. */
  Replies replies();

  /** How one person alone is told something; nothing when it cannot do that. */
  Optional<EphemeralReplies> ephemeralReplies();

  /** How the files come that people attach in it. */
  AttachedFiles files();

  /** How much it can show, and for how long. */
  PlatformLimits limits();
}
