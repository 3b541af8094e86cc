package dev.gatehouse.cloud.sdk.emulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Docker engine, asked directly whether it is there and can run an image: Testcontainers would
 * try for minutes.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
final class DockerEngine {
  private static final Duration PING = Duration.ofSeconds(2);
  private static final Duration PULL = Duration.ofSeconds(15);
  private static final String DEFAULT = "unix:///var/run/docker.sock";

  private final URI address;

  DockerEngine(Map<String, String> environment) {
    address = URI.create(environment.getOrDefault("DOCKER_HOST", DEFAULT));
  }

  URI address() {
    return address;
  }

  boolean answers() {
    return status("GET /_ping", PING) == 200;
  }

  /** Whether the image is there, or its registry lets a pull begin. */
  boolean canRun(String image) {
    return status("GET /images/" + image + "/json", PING) == 200
        || status("POST /images/create?fromImage=" + image, PULL) == 200;
  }

  /** The status of the answer, or 0 when none came in time. */
  private int status(String call, Duration patience) {
    FutureTask<Integer> answer = new FutureTask<>(() -> ask(call));
    Thread asking = Thread.ofPlatform().daemon().start(answer);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      asking.interrupt();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private int ask(String call) throws IOException {
    try (SocketChannel channel = open()) {
      String request =
          call + " HTTP/1.1\r\nHost: docker\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer line = ByteBuffer.allocate("HTTP/1.1 200".length());
      while (line.hasRemaining() && channel.read(line) >= 0) {
        // The status line may come in pieces.
      }
      String text = new String(line.array(), 0, line.position(), StandardCharsets.US_ASCII);
      return Integer.parseInt(text.substring("HTTP/1.1 ".length()));
    }
  }

  private SocketChannel open() throws IOException {
    boolean unix = "unix".equals(address.getScheme());
    SocketChannel channel =
        unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    SocketAddress target =
        unix
            ? UnixDomainSocketAddress.of(Path.of(address.getPath()))
            : new InetSocketAddress(address.getHost(), address.getPort());
    channel.connect(target);
    return channel;
  }
}
