package dev.gatehouse.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bridge.TlsIdentity;
import dev.gatehouse.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketInputTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] FRAME = new byte[100];

  private final List<Long> rests = new ArrayList<>();

  @Test
  void aReadThatFollowsAnotherRestsFirst() throws IOException {
    try (Pair pair = Pair.plain()) {
      SocketInput input = input(pair);
      pair.send(1);
      read(input);
      pair.send(1);
      read(input);

      assertThat(rests).isEqualTo(List.of(1_000_000L));
    }
  }

  @Test
  void theRestOfWhatHasBegunIsReadAtOnce() throws IOException {
    try (Pair pair = Pair.plain()) {
      SocketInput input = input(pair);
      pair.send(1);
      input.fill(PATIENCE);
      pair.send(1);
      input.fill(PATIENCE);

      assertThat(rests).isEmpty();
    }
  }

  /** TLS gives one record to a read, so a rest before each would cap what a connection brings. */
  @Test
  void allRecordsThatHaveArrivedAreReadBeforeItRests(@TempDir Path keys) throws Exception {
    try (Pair pair = Pair.secured(TlsIdentity.make(keys, "ip:127.0.0.1").context())) {
      SocketInput input = input(pair);
      pair.send(1);
      int record = pair.arrived(1);
      pair.send(2);
      pair.arrived(3 * record);
      for (int i = 0; i < 3; i++) {
        read(input);
      }
      assertThat(rests).isEmpty();

      pair.send(1);
      read(input);
      assertThat(rests).isEqualTo(List.of(1_000_000L));
    }
  }

  private static void read(SocketInput input) throws IOException {
    assertThat(input.fill(PATIENCE)).isEqualTo(FRAME.length);
    input.skip(FRAME.length);
  }

  /** On a clock that stands still. */
  private SocketInput input(Pair pair) throws IOException {
    return new SocketInput(pair.client(), () -> 0, rests::add);
  }

  /**
   * Two ends of a connection.
   *
   * @param client whose end is read
   * @param server whose end is written to
   */
  private record Pair(SocketPair client, Socket server) implements AutoCloseable {
    static Pair plain() throws IOException {
      try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        Socket tcp = new Socket(listener.getInetAddress(), listener.getLocalPort());
        return new Pair(new SocketPair(tcp, tcp), listener.accept());
      }
    }

    /** TLS 1.2, since a later one sends records of its own after the handshake. */
    static Pair secured(SSLContext context) throws IOException {
      Pair plain = plain();
      SSLSocket server =
          (SSLSocket) context.getSocketFactory().createSocket(plain.server, null, true);
      server.setUseClientMode(false);
      server.setEnabledProtocols(new String[] {"TLSv1.2"});
      Socket tcp = plain.client.tcp();
      SSLSocket client =
          (SSLSocket) context.getSocketFactory().createSocket(tcp, "127.0.0.1", 1, true);
      CompletableFuture<Void> shaken = CompletableFuture.runAsync(() -> handshake(server));
      handshake(client);
      shaken.join();
      return new Pair(new SocketPair(tcp, client), server);
    }

    private static void handshake(SSLSocket socket) {
      try {
        socket.startHandshake();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Frames, each in a write of its own. */
    void send(int frames) throws IOException {
      for (int i = 0; i < frames; i++) {
        server.getOutputStream().write(FRAME);
      }
    }

    /** Waits until so many bytes have arrived; returns how many there are. */
    int arrived(int least) {
      return Await.value("bytes", PATIENCE, this::waiting, waiting -> waiting >= least);
    }

    private int waiting() {
      try {
        return client.tcp().getInputStream().available();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      try (server;
          Socket tcp = client.tcp();
          Socket above = client.socket()) {
        // Closed in this order: TLS first.
      }
    }
  }
}
