package dev.gatehouse.cloud.sqs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An HTTP server on loopback that answers each request with exactly the bytes it was told. */
public final class ScriptedServer implements AutoCloseable {
  /** What to do with a request: bytes to write, and whether to close afterwards. */
  public record Step(List<byte[]> writes, boolean close) {
    /** Those writes; the connection stays open. */
    public static Step answer(String... writes) {
      return new Step(bytes(writes), false);
    }

    /** Those writes, and the end of the connection. */
    public static Step answerAndClose(String... writes) {
      return new Step(bytes(writes), true);
    }

    private static List<byte[]> bytes(String... writes) {
      return Arrays.stream(writes).map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
    }
  }

  /** A request as it came. */
  public record Request(String head, String body) {
    /** The value of that header, in any case. */
    public String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no header " + name + " in\n" + head));
    }
  }

  private final ServerSocket listener;
  private final BlockingQueue<Function<Request, Step>> script = new LinkedBlockingQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  /** On a free port. */
  public ScriptedServer() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  /** On that socket. */
  public ScriptedServer(ServerSocket listener) {
    this.listener = listener;
    Thread.ofVirtual().start(this::accept);
  }

  /** What to do with the next request. */
  public ScriptedServer then(Step step) {
    return then(request -> step);
  }

  /** What to do with the next request, which it may look at. */
  public ScriptedServer then(Function<Request, Step> step) {
    script.add(step);
    return this;
  }

  /** Where it listens, with the path of a queue. */
  public URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/1/q.fifo");
  }

  /** All that came. */
  public List<Request> requests() {
    return new ArrayList<>(requests);
  }

  /** How many connections were opened. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      boolean close = false;
      while (!close) {
        Request request = read(socket.getInputStream());
        requests.add(request);
        Step step = script.take().apply(request);
        for (byte[] write : step.writes()) {
          socket.getOutputStream().write(write);
          socket.getOutputStream().flush();
        }
        close = step.close();
      }
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the client has gone");
      }
      head.write(b);
    }
    Request request = new Request(head.toString(StandardCharsets.ISO_8859_1), "");
    byte[] body = in.readNBytes(Integer.parseInt(request.header("Content-Length")));
    return new Request(request.head(), new String(body, StandardCharsets.UTF_8));
  }
}
