package dev.gatehouse.chat.platform;

import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a platform from settings. A platform's module names its provider in {@code
 * META-INF/services}, so that whatever is on a function's class path is served, and the function
 * names none.
 */
public interface ChatPlatformProvider {
  /** The platform that it makes. */
  Platform platform();

  /**
   * Reads and checks the settings; nothing when they do not configure this platform. Secrets are
   * fetched and clients made only when the result is asked for.
   *
   * @throws InvalidSettingException naming the setting that is wrong
   */
  Optional<Supplier<ChatPlatform>> configure(PlatformContext context);

  /** Says what would configure this platform, for when none is. */
  InvalidSettingException notConfigured();
}
