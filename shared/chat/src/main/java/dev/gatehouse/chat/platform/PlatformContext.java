package dev.gatehouse.chat.platform;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.settings.Settings;
import java.time.InstantSource;

/**
 * What a platform is made of.
 *
 * @param secrets asked only when a platform is used
 */
public record PlatformContext(Settings settings, SecretStore secrets, InstantSource clock) {}
