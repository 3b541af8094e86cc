package dev.gatehouse.bench.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * An SQS endpoint that acknowledges and keeps nothing, at little cost: it shares the machine with
 * what is measured. Prints its address; {@code GET /latency} is answered by {@link MessageAges}.
 */
public final class AckSinkMain {
  private static final int BACKLOG = 50;

  private AckSinkMain() {}

  public static void main(String[] arguments) throws IOException {
    MessageAges ages = new MessageAges();
    try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      System.out.println("sink http://127.0.0.1:" + server.getLocalPort());
      while (true) {
        Thread.ofPlatform().daemon().start(new AckConnection(server.accept(), ages));
      }
    }
  }
}
