package dev.gatehouse.testkit.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A model's server on loopback that plays one script for each request, byte by byte as the test
 * wants.
 */
public final class ModelServer implements AutoCloseable {
  /** What is answered to one request. */
  @FunctionalInterface
  public interface Script {
    void play(Stage stage) throws IOException, InterruptedException;
  }

  /** The connection of one request. */
  public record Stage(String request, OutputStream out, CountDownLatch hungUp) {
    /** Sends a text in UTF-8. */
    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are. */
    public void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }
  }

  private final ServerSocket server;
  private final Queue<Script> scripts;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private ModelServer(Queue<Script> scripts) throws IOException {
    this.scripts = scripts;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** A server that plays the scripts in turn, and hangs up on what is asked after that. */
  public static ModelServer playing(Script... scripts) {
    try {
      return new ModelServer(new ArrayDeque<>(List.of(scripts)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole response with a body of known length. */
  public static Script response(int status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return stage ->
        stage.write(
            "HTTP/1.1 %d Status\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n%s"
                .formatted(status, length, headers, body));
  }

  /** The head of a stream whose length is not known, and its beginning. */
  public static Script stream(String contentType, String beginning) {
    return stage -> {
      stage.write(
          "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
              .formatted(contentType));
      stage.write(chunk(beginning));
    };
  }

  /** The same, whole. */
  public static Script wholeStream(String contentType, String text) {
    return stage -> {
      stream(contentType, text).play(stage);
      stage.write("0\r\n\r\n");
    };
  }

  /** The same, and then silence until the client hangs up. */
  public static Script silenceAfter(Script script) {
    return stage -> {
      script.play(stage);
      stage.hungUp().await();
    };
  }

  /** The address of a path on it. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  /** All requests so far, heads and bodies. */
  public List<String> requests() {
    return requests;
  }

  /** Opens when the client closes a connection that a script keeps open. */
  public CountDownLatch hungUp() {
    return hungUp;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length)
        + "\r\n"
        + text
        + "\r\n";
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test closed the server.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String request = readRequest(in);
      requests.add(request);
      Thread.ofVirtual().start(() -> awaitHangUp(in));
      Script script = scripts.poll();
      if (script != null) {
        script.play(new Stage(request, socket.getOutputStream(), hungUp));
      }
    } catch (IOException e) {
      // The client went away, which is what some tests want.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitHangUp(InputStream in) {
    try {
      while (in.read() >= 0) {}
      hungUp.countDown();
    } catch (IOException e) {
      hungUp.countDown();
    }
  }

  private static String readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client sent no request");
      }
      head.append((char) next);
    }
    return head + new String(in.readNBytes(contentLength(head.toString())), StandardCharsets.UTF_8);
  }

  private static int contentLength(String head) {
    return head.toLowerCase(Locale.ROOT)
        .lines()
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }
}
