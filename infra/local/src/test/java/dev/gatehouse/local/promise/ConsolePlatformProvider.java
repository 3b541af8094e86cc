package dev.gatehouse.local.promise;

import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatPlatformProvider;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.testkit.chat.ConsolePlatform;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves the one console of this process to each function in it. */
public final class ConsolePlatformProvider implements ChatPlatformProvider {
  @Override
  public Platform platform() {
    return ConsolePlatform.NAME;
  }

  @Override
  public Optional<Supplier<ChatPlatform>> configure(PlatformContext context) {
    return Optional.of(ConsolePlatform::ofThisProcess);
  }

  @Override
  public InvalidSettingException notConfigured() {
    return new InvalidSettingException("CONSOLE", "is always there");
  }
}
