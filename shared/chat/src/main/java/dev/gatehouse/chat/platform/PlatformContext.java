package dev.gatehouse.chat.platform;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.settings.Settings;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What a platform is made of.
 *
 * @param secrets asked only when a platform is used
 * @param nanoTime as {@link System#nanoTime}, for what waits
 */
public record PlatformContext(
    Settings settings, SecretStore secrets, InstantSource clock, LongSupplier nanoTime) {}
