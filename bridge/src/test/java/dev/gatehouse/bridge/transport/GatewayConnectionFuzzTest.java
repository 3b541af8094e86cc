package dev.gatehouse.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

final class GatewayConnectionFuzzTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Limits LIMITS = new Limits(LONG, 1 << 16);

  /** The first byte is the compression, the rest what the gateway sends before it hangs up. */
  @FuzzTest
  void whateverTheGatewaySendsTheConnectionEnds(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    Compression[] all = Compression.values();
    Compression compression = all[(input[0] & 0xff) % all.length];
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection =
            GatewayConnection.open(server.url(), compression, LIMITS, System::nanoTime)) {
      server.send(Arrays.copyOfRange(input, 1, input.length));
      server.end();

      assertThat(end(connection)).isNotEmpty();
    }
  }

  private static String end(GatewayConnection connection) {
    try {
      while (true) {
        Incoming incoming = connection.poll();
        if (incoming instanceof Incoming.Closed closed) {
          return "closed with " + closed.code();
        }
        if (incoming == null && !connection.await(LONG)) {
          return "ended";
        }
      }
    } catch (IOException e) {
      return "broken: " + e.getMessage();
    }
  }
}
