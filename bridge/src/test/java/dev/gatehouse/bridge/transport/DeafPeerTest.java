package dev.gatehouse.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that never reads, as one behind a half-open connection looks like. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeafPeerTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), SHORT, 1 << 20);
  private static final byte[] PAYLOAD = new byte[1 << 20];

  @Test
  void aWriteToItEndsInTime() throws IOException {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection =
            GatewayConnection.open(server.url(), Compression.PLAIN, LIMITS, System::nanoTime)) {
      IOException failure = writeUntilItFails(connection);

      assertThat(failure.getMessage()).isEqualTo("the peer took nothing for PT0.1S");
    }
  }

  @Test
  void closingTowardsItEndsInTime() throws Exception {
    try (ScriptedServer server = ScriptedServer.switching();
        GatewayConnection connection =
            GatewayConnection.open(server.url(), Compression.PLAIN, LIMITS, System::nanoTime)) {
      Thread writer = Thread.ofPlatform().start(() -> writeUntilItFails(connection));

      connection.close(4000);
      assertThat(writer.join(PATIENCE)).as("the writer has ended too").isTrue();
    }
  }

  @Test
  void whatIsDoneInTimeLeavesTheSocketAlone() throws Exception {
    try (ServerSocket server = new ServerSocket(0);
        Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()));
      WriteWatch inTime = WriteWatch.over(socket, PATIENCE);
      inTime.close();
      IOException own = new IOException("reset");
      assertThat(inTime.reason(own)).isEqualTo(own);
      assertThat(socket.isClosed()).isFalse();

      WriteWatch.over(socket, SHORT);
      Await.until("it is cut off", socket::isClosed);
    }
  }

  private static IOException writeUntilItFails(GatewayConnection connection) {
    return assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> {
          while (true) {
            connection.send(PAYLOAD);
          }
        })
        .actual();
  }
}
