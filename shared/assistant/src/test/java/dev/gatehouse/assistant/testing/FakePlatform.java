package dev.gatehouse.assistant.testing;

import dev.gatehouse.chat.platform.AttachedFiles;
import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.contracts.Platform;
import java.time.Duration;
import java.util.Optional;

/** Discord with its limits, in memory. */
public record FakePlatform(ChatSource source, FakeReplies shown, AttachedFiles files)
    implements ChatPlatform {
  /** One in which nobody attaches a file. */
  public FakePlatform(ChatSource source, FakeReplies shown) {
    this(source, shown, (_, _) -> new AttachedFiles.Fetched.Failed("is nowhere"));
  }

  @Override
  public Platform name() {
    return new Platform("discord");
  }

  @Override
  public Replies replies() {
    return shown;
  }

  @Override
  public Optional<EphemeralReplies> ephemeralReplies() {
    return Optional.of(shown);
  }

  @Override
  public PlatformLimits limits() {
    return new PlatformLimits(2000, 5, 100, 25, 32, 100, Duration.ofMinutes(15));
  }
}
