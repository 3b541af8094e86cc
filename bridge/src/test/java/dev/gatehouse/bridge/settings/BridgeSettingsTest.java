package dev.gatehouse.bridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.bridge.forward.EventFilter;
import dev.gatehouse.bridge.transport.Compression;
import dev.gatehouse.cloud.blob.ClaimCheckStore;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeSettingsTest {
  private static BridgeSettings settings(String... namesAndValues) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of("DISCORD_TOKEN", "t", "EVENTS_QUEUE_URL", "https://sqs.example/1/events.fifo"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return BridgeSettings.of(environment);
  }

  @Test
  void needsOnlyATokenAndAQueue() {
    BridgeSettings settings = settings();

    assertThat(settings.api().toString()).isEqualTo("https://discord.com/api/v10");
    assertThat(settings.intents()).isEqualTo(1 + 512 + 4096);
    assertThat(settings.shards()).isEqualTo(new ShardSelection.Auto());
    assertThat(settings.compression()).isEqualTo(Compression.ZSTD);
    assertThat(settings.filter()).isEqualTo(EventFilter.standard());
    assertThat(settings.managementHost()).isEqualTo("127.0.0.1");
    assertThat(settings.claims()).isEmpty();
  }

  @Test
  void hidesTheToken() {
    assertThat(settings("DISCORD_TOKEN", "very-secret").toString()).contains("[redacted]");
  }

  @Test
  void readsTheFilter() {
    BridgeSettings settings =
        settings(
            "BRIDGE_FILTER_EVENTS", "MESSAGE_CREATE, MESSAGE_DELETE",
            "BRIDGE_FILTER_BOTS", "true",
            "BRIDGE_FILTER_CHANNELS", "12,13",
            "BRIDGE_FILTER_MENTIONS_ONLY", "true");

    assertThat(settings.filter())
        .isEqualTo(
            new EventFilter(
                Set.of("MESSAGE_CREATE", "MESSAGE_DELETE"), false, true, Set.of(12L, 13L), true));
  }

  @Test
  void readsIntentsByName() {
    assertThat(settings("DISCORD_INTENTS", "GUILDS, MESSAGE_CONTENT").intents())
        .isEqualTo(1 | 1 << 15);
    assertThat(settings("DISCORD_INTENTS", "37377").intents()).isEqualTo(37377);
  }

  @Test
  void prefersTheClaimCheckStoreThatNeedsTheLeast() {
    assertThat(settings("CLAIMS_DIRECTORY", "/claims", "CLAIMS_BUCKET", "b").claims())
        .isEqualTo(Optional.of(new ClaimCheckStore.Directory(Path.of("/claims"))));
    assertThat(settings("CLAIMS_BUCKET", "b").claims())
        .isEqualTo(Optional.of(new ClaimCheckStore.Bucket("b")));
  }

  @ParameterizedTest
  @CsvSource({"auto, 3, 0, 2, 3", "4, 1, 0, 3, 4", "2-3/16, 1, 2, 3, 16", "0-0/1, 9, 0, 0, 1"})
  void readsShards(String text, int recommended, int first, int last, int count) {
    List<Shard> shards = settings("SHARDS", text).shards().shards(recommended);

    assertThat(shards.getFirst()).isEqualTo(new Shard(first, count));
    assertThat(shards.getLast()).isEqualTo(new Shard(last, count));
    assertThat(shards.size()).isEqualTo(last - first + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "DISCORD_TOKEN, '', is not set",
    "EVENTS_QUEUE_URL, '', is not set",
    "EVENTS_QUEUE_URL, events, an absolute URL",
    "DISCORD_INTENTS, GUILDS;MESSAGES, there is no intent",
    "DISCORD_INTENTS, 99999999999, a number or names",
    "SHARDS, many, a range such as 0-3/16",
    "SHARDS, 3-9/4, are not among the shards",
    "SHARDS, 0, a number such as 4",
    "BRIDGE_COMPRESSION, gzip, 'zstd, zlib or none'",
    "BRIDGE_FILTER_CHANNELS, general, channel ids",
    "BRIDGE_FILTER_BOTS, yes, true or false",
    "BRIDGE_SENDERS, 0, from 1 to 64",
    "MANAGEMENT_PORT, 70000, from 0 to 65535",
    "BRIDGE_FILTER_BOT, true, did you mean BRIDGE_FILTER_BOTS"
  })
  void namesWhatIsWrong(String name, String value, String reason) {
    InvalidSettingException wrong =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> settings(name, value))
            .actual();

    assertThat(wrong.getMessage()).startsWith(name + ":").contains(reason);
  }
}
