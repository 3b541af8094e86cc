package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class QueueProxyTest {
  private static final byte[] WORDS = "words".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket echo;
  private final QueueProxy proxy;

  QueueProxyTest() throws IOException {
    echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    proxy = QueueProxy.to(URI.create("http://127.0.0.1:" + echo.getLocalPort()));
  }

  @BeforeEach
  void answer() {
    Thread.ofVirtual()
        .start(() -> {
          while (!echo.isClosed()) {
            try {
              Socket client = echo.accept();
              Thread.ofVirtual().start(() -> repeat(client));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  private static void repeat(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // The proxy has broken the connection, as it shall.
    }
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    echo.close();
  }

  private Socket connect() throws IOException {
    return new Socket("127.0.0.1", proxy.address().getPort());
  }

  private static void assertEchoed(Socket socket) throws IOException {
    socket.getOutputStream().write(WORDS);
    assertThat(socket.getInputStream().readNBytes(WORDS.length)).isEqualTo(WORDS);
  }

  /** What a client reads from a connection that ends, with a reset or without. */
  private static int end(Socket socket) {
    try {
      socket.getOutputStream().write(WORDS);
      return socket.getInputStream().read();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void passesBytesBothWays() throws IOException {
    try (Socket socket = connect()) {
      assertEchoed(socket);
      proxy.set(QueueProxy.Mode.SLOW);
      assertEchoed(socket);
    }
  }

  @Test
  void breaksWhatIsOpenAndLetsNothingIn() throws IOException {
    try (Socket open = connect()) {
      assertEchoed(open);
      proxy.set(QueueProxy.Mode.REFUSING);
      assertThat(end(open)).isEqualTo(-1);
    }
    try (Socket next = connect()) {
      assertThat(end(next)).isEqualTo(-1);
    }
  }

  @Test
  void letsInAgain() throws IOException {
    proxy.set(QueueProxy.Mode.REFUSING);
    proxy.set(QueueProxy.Mode.OPEN);
    try (Socket socket = connect()) {
      assertEchoed(socket);
    }
  }
}
