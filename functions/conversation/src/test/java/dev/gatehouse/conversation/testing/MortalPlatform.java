package dev.gatehouse.conversation.testing;

import dev.gatehouse.chat.platform.AttachedFiles;
import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.testkit.crash.MortalWorker;
import java.util.Optional;

/** A platform as a worker sees it that may die while it shows something. */
record MortalPlatform(ChatPlatform platform, MortalWorker worker) implements ChatPlatform {
  @Override
  public Platform name() {
    return platform.name();
  }

  @Override
  public ChatSource source() {
    return platform.source();
  }

  @Override
  public Replies replies() {
    return worker.port(Replies.class, platform.replies());
  }

  @Override
  public Optional<EphemeralReplies> ephemeralReplies() {
    return platform.ephemeralReplies().map(real -> worker.port(EphemeralReplies.class, real));
  }

  @Override
  public AttachedFiles files() {
    return platform.files();
  }

  @Override
  public PlatformLimits limits() {
    return platform.limits();
  }
}
