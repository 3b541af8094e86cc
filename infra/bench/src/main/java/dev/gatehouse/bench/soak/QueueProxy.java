package dev.gatehouse.bench.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the bridge and the queue, so that the way there can be cut or slow. */
final class QueueProxy implements AutoCloseable {
  private static final int CHUNK = 16 * 1024;
  private static final long SLOW_MILLIS = 100;

  private final ServerSocket server;
  private final URI target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.OPEN;

  /** How the way is. */
  enum Mode {
    /** Bytes pass. */
    OPEN,
    /** Each piece waits for a moment. */
    SLOW,
    /** What is open breaks, answers on their way included, and nothing new is let in. */
    REFUSING
  }

  private QueueProxy(ServerSocket server, URI target) {
    this.server = server;
    this.target = target;
  }

  static QueueProxy to(URI target) throws IOException {
    ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    QueueProxy proxy = new QueueProxy(server, target);
    Thread.ofVirtual().name("queue-proxy").start(proxy::accept);
    return proxy;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  void set(Mode now) {
    mode = now;
    if (now == Mode.REFUSING) {
      breakAll();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    breakAll();
  }

  private void breakAll() {
    sockets.forEach(QueueProxy::end);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // Either the socket was closed, which ends the loop, or one connection came to nothing.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket queue = new Socket(target.getHost(), target.getPort())) {
      sockets.add(client);
      sockets.add(queue);
      if (mode != Mode.REFUSING) {
        exchange(client, queue);
      }
    } catch (IOException e) {
      // The queue does not answer; to the client it looks the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.removeIf(Socket::isClosed);
    }
  }

  private void exchange(Socket client, Socket queue) throws IOException, InterruptedException {
    client.setTcpNoDelay(true);
    queue.setTcpNoDelay(true);
    Thread answers = Thread.ofVirtual().start(() -> pump(queue, client));
    pump(client, queue);
    answers.join();
  }

  private void pump(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(chunk); count > 0 && passes(); count = in.read(chunk)) {
        out.write(chunk, 0, count);
      }
    } catch (IOException e) {
      // One side has ended: so does the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(from);
      end(to);
    }
  }

  private boolean passes() throws InterruptedException {
    if (mode == Mode.SLOW) {
      Thread.sleep(SLOW_MILLIS);
    }
    return mode != Mode.REFUSING;
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }
}
