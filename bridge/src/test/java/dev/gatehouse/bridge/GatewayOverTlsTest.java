package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway at a {@code wss://} URL, and bridges in processes that trust what they are told. */
class GatewayOverTlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static TlsIdentity named;
  private static TlsIdentity forAnother;

  private final RecordingQueue queue = new RecordingQueue();
  private final SqsEndpoint sqs = SqsEndpoint.open(queue);

  @TempDir private Path directory;

  @BeforeAll
  static void makeCertificates(@TempDir Path keys) throws Exception {
    named = TlsIdentity.make(keys, "ip:127.0.0.1");
    forAnother = TlsIdentity.make(keys, "dns:gateway.discord.gg");
  }

  @AfterEach
  void close() {
    sqs.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zlib", "zstd"})
  void eventsComeFromAHostWhoseCertificateIsTrustedAndNamesIt(String compression) throws Exception {
    try (ScriptedGateway gateway = ScriptedGateway.secured(named.context());
        ChildBridge bridge = bridge(gateway, compression, named)) {
      for (int i = 1; i <= 3; i++) {
        gateway.dispatch("{\"id\":\"" + i + "\",\"channel_id\":\"6\",\"guild_id\":\"7\"}");
      }
      Await.value("three events", PATIENCE, this::progress, progress -> progress.events() == 3);

      assertThat(bridge.isAlive()).isTrue();
      assertThat(gateway.logins().size()).isEqualTo(1);
      assertThat(gateway.logins().getFirst().contains("a-token-of-a-bot")).isTrue();
      assertThat(queue.messages().stream().map(event -> ((GatewayEvent) event).sequence()).toList())
          .isEqualTo(List.of(2L, 3L, 4L));
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefusedBeforeTheTokenIsSent() throws Exception {
    assertRefused(
        forAnother, forAnother, "No subject alternative names matching IP address 127.0.0.1");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedBeforeTheTokenIsSent() throws Exception {
    assertRefused(named, forAnother, "unable to find valid certification path");
  }

  private void assertRefused(TlsIdentity shown, TlsIdentity trusted, String reason)
      throws Exception {
    try (ScriptedGateway gateway = ScriptedGateway.secured(shown.context());
        ChildBridge bridge = bridge(gateway, "none", trusted)) {
      Await.value("an attempt", PATIENCE, this::progress, progress -> progress.refusals() >= 1);

      assertThat(logged().contains(reason)).as(this::logged).isTrue();
      assertThat(bridge.isAlive()).as("it tries again").isTrue();
      assertThat(gateway.logins()).isEmpty();
    }
  }

  private ChildBridge bridge(ScriptedGateway gateway, String compression, TlsIdentity trusted)
      throws IOException {
    Map<String, String> environment =
        Map.of(
            "DISCORD_TOKEN", "a-token-of-a-bot",
            "DISCORD_API_URL", gateway.apiUrl(),
            "EVENTS_QUEUE_URL", sqs.url().toString(),
            "BRIDGE_COMPRESSION", compression,
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "no-secret",
            "MANAGEMENT_PORT", "0");
    return ChildBridge.startLogging(log(), environment, trusted.trust());
  }

  /** How far it is, and what is told when that is not enough. */
  private record Progress(int events, long refusals, String log) {}

  private Progress progress() {
    String log = logged();
    long refusals = log.lines().filter(line -> line.contains("cannot connect")).count();
    return new Progress(queue.messages().size(), refusals, log);
  }

  private Path log() {
    return directory.resolve("log");
  }

  private String logged() {
    return ChildBridge.logged(log());
  }
}
