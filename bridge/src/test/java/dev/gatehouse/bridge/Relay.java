package dev.gatehouse.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to a server on this machine, and knows which ones its clients hold. */
final class Relay implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> held = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final int port;

  Relay(int port) throws IOException {
    this.port = port;
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** How many connections there have been. */
  int accepted() {
    return accepted.get();
  }

  /** How many connections their clients have not closed. */
  int held() {
    return held.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        held.add(client);
        accepted.incrementAndGet();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().start(() -> pass(client, server, () -> held.remove(client)));
        Thread.ofVirtual().start(() -> pass(server, client, () -> {}));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static void pass(Socket from, Socket to, Runnable atEnd) {
    try (to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them has gone.
    } finally {
      atEnd.run();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : held) {
      socket.close();
    }
  }
}
