package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.queue.QueueUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call is over in time, whatever the peer does. */
@Timeout(30)
final class SqsHttpSenderDeadlineTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final byte[] BEGINNING =
      "HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII);
  private static final Duration CALL = Duration.ofMillis(200);

  /** What a peer does with a connection that it has accepted. */
  private interface Behaviour {
    void to(Socket socket, CountDownLatch over) throws Exception;
  }

  /** One of the peers that do not let a call end. */
  private record Peer(String does, Behaviour behaviour) {
    @Override
    public String toString() {
      return does;
    }
  }

  static Stream<Peer> peers() {
    return Stream.of(
        new Peer("takes no bytes", (socket, over) -> over.await()),
        new Peer(
            "takes all and says nothing",
            (socket, over) -> socket.getInputStream().transferTo(OutputStream.nullOutputStream())),
        new Peer(
            "says a byte now and then",
            (socket, over) -> {
              Thread.ofVirtual().start(() -> swallow(socket));
              socket.getOutputStream().write(BEGINNING);
              while (!over.await(10, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('x');
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("peers")
  void aCallIsCutOff(Peer peer) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket listener = listen();
        SqsHttpSender client = client("http", listener, null)) {
      serve(listener, peer.behaviour(), over);

      assertThatThrownBy(() -> client.sendBatch(large()))
          .isInstanceOf(QueueUnavailableException.class)
          .hasMessageContaining("the call was not over within 200 ms");
      over.countDown();
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void soIsOneOverTlsWhosePeerNeverAnswersTheHandshake(Peer peer) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket listener = listen();
        SqsHttpSender client = client("https", listener, null)) {
      serve(listener, peer.behaviour(), over);

      assertThatThrownBy(() -> client.sendBatch(large()))
          .isInstanceOf(QueueUnavailableException.class);
      over.countDown();
    }
  }

  /** Closing TLS writes, and would wait for such a peer. */
  @Test
  void soIsOneOverTlsWhosePeerTakesNothingMore(@TempDir Path directory) throws Exception {
    TestCertificate certificate = TestCertificate.make(directory, "ip:127.0.0.1");
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket listener = certificate.listen();
        SqsHttpSender client = client("https", listener, certificate.trust())) {
      serve(
          listener,
          (socket, end) -> {
            socket.getInputStream().read();
            end.await();
          },
          over);

      assertThatThrownBy(() -> client.sendBatch(large()))
          .isInstanceOf(QueueUnavailableException.class)
          .hasMessageContaining("the call was not over within 200 ms");
      over.countDown();
    }
  }

  private static void swallow(Socket socket) {
    try (InputStream in = socket.getInputStream()) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void serve(ServerSocket listener, Behaviour behaviour, CountDownLatch over) {
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = listener.accept()) {
            behaviour.to(socket, over);
          } catch (Exception e) {
            // The client has gone.
          }
        });
  }

  private static ServerSocket listen() throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReceiveBufferSize(4 * 1024);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    return listener;
  }

  private static SqsHttpSender client(
      String scheme, ServerSocket listener, @Nullable SSLSocketFactory trust) {
    URI url = URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/1/q.fifo");
    return new SqsHttpSender(
        new SqsSenderSettings(url, url, "us-east-1", LONG, LONG, CALL),
        () -> Samples.CREDENTIALS,
        new SigningClock(Clock.systemUTC()),
        System::nanoTime,
        trust,
        InetAddress::getAllByName);
  }

  /** More than the buffers of two sockets hold. */
  private static RawBatch large() {
    byte[] body = new byte[1_000_000];
    Arrays.fill(body, (byte) '\n');
    return new RawBatch(List.of(RawEntry.of("g", "d", body)));
  }
}
