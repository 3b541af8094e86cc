package dev.gatehouse.bridge.settings;

import dev.gatehouse.bridge.forward.EventFilter;
import dev.gatehouse.bridge.outbox.SpoolLimits;
import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.cloud.blob.ClaimCheckStore;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bridge's settings.
 *
 * @param token of the bot
 * @param api of Discord
 * @param intents as a bit set
 * @param eventsQueue where events go
 * @param commandsQueue where commands to the gateway come from, if any do
 * @param stateTable where sessions outlive the process; without it they do not
 * @param claims where payloads go that the queue does not take, if anywhere
 * @param managementPort of {@code /health} and {@code /prometheus}; 0 for a free one
 * @param senders how many batches may be on their way to the queue at once
 * @param messageBytes the largest gateway message, decompressed
 * @param stopDeadline how long a stop may take
 * @param cursorInterval how often the durable sequence number is written
 * @param lease how long a process may be silent before its shards go to others
 */
public record BridgeSettings(
    Secret token,
    URI api,
    int intents,
    ShardSelection shards,
    URI eventsQueue,
    Optional<URI> commandsQueue,
    Optional<String> stateTable,
    Optional<ClaimCheckStore> claims,
    String managementHost,
    int managementPort,
    Compression compression,
    EventFilter filter,
    SpoolLimits spool,
    int senders,
    int messageBytes,
    Duration stopDeadline,
    Duration cursorInterval,
    Duration lease) {
  private static final URI DISCORD = URI.create("https://discord.com/api/v10");
  private static final int PORTS = 65_535;
  private static final int MEBIBYTE = 1 << 20;

  /**
   * Reads and checks all of them.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the first wrong one
   */
  public static BridgeSettings of(Map<String, String> environment) {
    Settings settings = Settings.of(Part.BRIDGE, environment);
    return new BridgeSettings(
        settings.requiredSecret("DISCORD_TOKEN", "the bot's token from the developer portal"),
        settings.address("DISCORD_API_URL").orElse(DISCORD),
        settings
            .parsed("DISCORD_INTENTS", "a number or names such as GUILDS", Intents::parse)
            .orElse(Intents.DEFAULT),
        settings
            .parsed(
                "SHARDS",
                "auto, a number such as 4, or a range such as 0-3/16",
                ShardSelection::parse)
            .orElseGet(ShardSelection.Auto::new),
        settings.requiredAddress("EVENTS_QUEUE_URL", "the URL of the FIFO queue that events go to"),
        settings.address("COMMANDS_QUEUE_URL"),
        settings.text("STATE_TABLE"),
        ClaimCheckStore.of(settings),
        settings.text("MANAGEMENT_HOST").orElse("127.0.0.1"),
        settings.integer("MANAGEMENT_PORT", 8081, 0, PORTS),
        settings
            .parsed("BRIDGE_COMPRESSION", "zstd, zlib or none", Compression::parse)
            .orElse(Compression.ZSTD),
        filter(settings),
        spool(settings),
        settings.integer("BRIDGE_SENDERS", 4, 1, 64),
        settings.integer("BRIDGE_MESSAGE_MIB", 8, 1, 256) * MEBIBYTE,
        millis(settings, "BRIDGE_STOP_MILLIS", 20_000, 600_000),
        millis(settings, "BRIDGE_CURSOR_MILLIS", 2_000, 60_000),
        millis(settings, "BRIDGE_LEASE_MILLIS", 15_000, 600_000));
  }

  private static EventFilter filter(Settings settings) {
    return new EventFilter(
        settings
            .text("BRIDGE_FILTER_EVENTS")
            .map(BridgeSettings::eventNames)
            .orElse(EventFilter.DEFAULT_EVENTS),
        settings.flag("BRIDGE_FILTER_OWN_MESSAGES", false),
        settings.flag("BRIDGE_FILTER_BOTS", false),
        settings
            .parsed(
                "BRIDGE_FILTER_CHANNELS",
                "channel ids with commas between",
                BridgeSettings::channels)
            .orElse(Set.of()),
        settings.flag("BRIDGE_FILTER_MENTIONS_ONLY", false));
  }

  private static Set<String> eventNames(String text) {
    return text.equals("*") ? Set.of() : words(text);
  }

  private static Set<Long> channels(String text) {
    return words(text).stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static SpoolLimits spool(Settings settings) {
    return new SpoolLimits(
        settings.integer("BRIDGE_SPOOL_EVENTS", 8_000, 1, 1_000_000),
        (long) settings.integer("BRIDGE_SPOOL_MIB", 6, 1, 1024) * MEBIBYTE);
  }

  private static Duration millis(Settings settings, String name, int fallback, int most) {
    return settings.millis(
        name, Duration.ofMillis(fallback), Duration.ofMillis(10), Duration.ofMillis(most));
  }
}
