package dev.gatehouse.discord.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that begins an answer and never ends it holds nobody for good. */
@Timeout(60)
final class StalledAnswerTest {
  private static final String HALF_AN_ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":";

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", HALF_AN_ANSWER})
  void endsWithTheConnectionGivenUp(String beginning) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> peer = threads.submit(() -> stall(server, beginning));
      Exchange exchange = new HttpExchange(config(server));
      ApiRequest request = ApiRequest.of(Routes.currentUser());

      assertThatThrownBy(() -> exchange.exchange(request)).isInstanceOf(HttpTimeoutException.class);
      assertThat(peer.get()).as("the peer saw its connection end").isEqualTo(true);
    }
  }

  private static DiscordRestConfig config(ServerSocket server) {
    var base = DiscordRestConfig.of(Secret.of("bot-token"));
    return new DiscordRestConfig(
        URI.create("http://127.0.0.1:" + server.getLocalPort()),
        base.token(),
        base.userAgent(),
        base.connectTimeout(),
        Duration.ofMillis(300),
        base.attempts(),
        base.globalPerSecond(),
        base.metrics(),
        base.random());
  }

  /** Whether the client ended the connection after it had got so much. */
  private static boolean stall(ServerSocket server, String beginning) throws IOException {
    try (Socket client = server.accept()) {
      client.getOutputStream().write(beginning.getBytes(US_ASCII));
      client.getOutputStream().flush();
      return isEnded(client.getInputStream());
    }
  }

  private static boolean isEnded(InputStream requests) {
    try {
      return requests.transferTo(OutputStream.nullOutputStream()) >= 0;
    } catch (IOException reset) {
      return true;
    }
  }
}
