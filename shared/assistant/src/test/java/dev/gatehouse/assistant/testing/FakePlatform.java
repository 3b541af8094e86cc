package dev.gatehouse.assistant.testing;

import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.contracts.Platform;
import java.time.Duration;
import java.util.Optional;

/** Discord with its limits, in memory. */
public record FakePlatform(ChatSource source, FakeReplies shown) implements ChatPlatform {
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
