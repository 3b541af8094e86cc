package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.chat.message.Enclosure.AttachedFile;
import dev.gatehouse.chat.platform.AttachedFiles;
import dev.gatehouse.chat.platform.AttachedFiles.Fetched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpFilesTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private String origin;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    origin = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void aFileComesFromAnAllowedOrigin() {
    assertThat(text(files(LONG).fetch(file(origin + "/short?ex=1&hm=2"), 100))).isEqualTo("hello");
    assertThat(asked).containsExactly("/short?ex=1&hm=2");
  }

  @Test
  void ofALongFileTheBeginningComes() {
    Fetched fetched = files(LONG).fetch(file(origin + "/endless"), 1000);

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Bytes.class,
            bytes -> {
              assertThat(bytes.bytes()).hasSize(1000);
              assertThat(bytes.cut()).isTrue();
            });
  }

  @Test
  void aFileOfJustThatSizeIsWhole() {
    assertThat(files(LONG).fetch(file(origin + "/short"), 5))
        .isInstanceOfSatisfying(Fetched.Bytes.class, bytes -> assertThat(bytes.cut()).isFalse());
  }

  /** What lies elsewhere is not even asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:PORT/short",
        "http://localhost:PORT/short",
        "http://127.0.0.1:1/short",
        "http://127.0.0.1/short",
        "http://169.254.169.254/latest/meta-data/",
        "http://cdn.example.org@127.0.0.1:PORT/short",
        "http://127.0.0.1:PORT@cdn.example.org/short",
        "http://cdn.example.org.evil.test/short",
        "http://cdn.example.org:8080/short",
        "https://cdn.example.org/short",
        "ftp://127.0.0.1:PORT/short",
        "file:///etc/passwd",
        "jar:http://127.0.0.1:PORT/short!/",
        "//127.0.0.1:PORT/short",
        "short",
        ""
      })
  void whatLiesElsewhereIsNotAskedFor(String address) {
    AttachedFiles files =
        new HttpFiles(Set.of(URI.create(origin), URI.create("http://cdn.example.org")), LONG);
    String here = address.replace("PORT", String.valueOf(server.getAddress().getPort()));

    assertThat(files.fetch(file(here), 100))
        .isEqualTo(new Fetched.Failed("lies where I may not fetch it"));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) {
    assertThat(files(LONG).fetch(file(origin + "/moved/" + status), 100))
        .isEqualTo(new Fetched.Failed("is not given out (HTTP " + status + ")"));
    assertThat(asked).containsExactly("/moved/" + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/stalling"})
  void aServerThatDoesNotGoOnIsLeft(String path) {
    assertThat(files(Duration.ofMillis(200)).fetch(file(origin + path), 100))
        .isInstanceOf(Fetched.Failed.class);
  }

  @Test
  void aServerThatIsGoneIsSaidToBe() {
    server.stop(0);

    assertThat(files(LONG).fetch(file(origin + "/short"), 100))
        .isEqualTo(new Fetched.Failed("cannot be fetched now"));
  }

  @Test
  void aFilesAddressIsNotPrinted() {
    assertThat(file(origin + "/short?hm=secret")).hasToString("AttachedFile[text/plain, 5 bytes]");
  }

  private AttachedFiles files(Duration patience) {
    return new HttpFiles(Set.of(URI.create(origin)), patience);
  }

  private static AttachedFile file(String address) {
    return new AttachedFile("a.txt", "text/plain", 5, URI.create(address));
  }

  private static String text(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Bytes(byte[] bytes, boolean _) -> new String(bytes, StandardCharsets.UTF_8);
      case Fetched.Failed(String why) -> throw new AssertionError(why);
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    try (exchange) {
      if (path.startsWith("/moved/")) {
        exchange.getResponseHeaders().set("Location", origin + "/short");
        exchange.sendResponseHeaders(Integer.parseInt(path.substring("/moved/".length())), -1);
      } else if (path.startsWith("/short")) {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("hello".getBytes(StandardCharsets.UTF_8));
      } else if (path.equals("/endless")) {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[8192];
        while (over.getCount() > 0) {
          exchange.getResponseBody().write(block);
        }
      } else {
        if (path.equals("/stalling")) {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('h');
          exchange.getResponseBody().flush();
        }
        over.await(60, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
