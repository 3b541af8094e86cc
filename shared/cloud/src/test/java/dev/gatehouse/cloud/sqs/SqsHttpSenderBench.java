package dev.gatehouse.cloud.sqs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the CPU time that one batch of ten 1 KB messages costs the sending thread, system calls
 * included, against a sink on loopback that answers every request the same.
 *
 * <p>Run with the test class path. The only argument, if any, is the number of batches measured, or
 * {@code first own} or {@code first sdk}: then it prints what the first signature of a process
 * costs, by our signer or the SDK's, classes loaded and compiled included.
 */
public final class SqsHttpSenderBench {
  private static final int WARM_UP = 20_000;
  private static final int BATCHES = 50_000;
  private static final int ENTRIES = 10;

  private SqsHttpSenderBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 2) {
      first(arguments[1].equals("sdk"));
      return;
    }
    int batches = arguments.length == 0 ? BATCHES : Integer.parseInt(arguments[0]);
    PrintStream out = System.out;
    try (ServerSocket sink = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> serve(sink));
      URI url = URI.create("http://127.0.0.1:" + sink.getLocalPort() + "/1/q.fifo");
      try (SqsHttpSender client =
          new SqsHttpSender(
              Fixture.settings(url, 10_000),
              () -> Samples.TEMPORARY,
              new SigningClock(Clock.systemUTC()),
              System::nanoTime)) {
        RawBatch batch = batch();
        send(client, batch, WARM_UP);
        out.println("whole batch:     " + micros(() -> send(client, batch, batches), batches));
      }
      try (ConnectionPool pool =
          new ConnectionPool(
              Fixture.settings(url, 10_000),
              null,
              java.net.InetAddress::getAllByName,
              System::nanoTime)) {
        parts(out, batches, pool.open(pool.callEnd()));
      }
    }
  }

  private static void first(boolean bySdk) {
    var process =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    SqsSenderSettings settings = Fixture.settings(URI.create("http://127.0.0.1:9324/1/q"), 1_000);
    BatchBody bodies = new BatchBody("http://127.0.0.1:9324/1/q");
    ByteOutput body = new ByteOutput();
    RawBatch batch = batch();
    long wall = System.nanoTime();
    long cpu = process.getProcessCpuTime();
    if (bySdk) {
      SdkSigning.sign(body, batch, bodies);
    } else {
      bodies.write(batch, body);
      new SignedRequest(settings)
          .writeHead("AmazonSQS.SendMessageBatch", body, Samples.TEMPORARY, 1, new ByteOutput());
    }
    cpu = process.getProcessCpuTime() - cpu;
    wall = System.nanoTime() - wall;
    System.out.println(
        "first signature: " + cpu / 1_000_000 + " ms CPU, " + wall / 1_000_000 + " ms");
  }

  /** Where the time goes, without the network. */
  private static void parts(PrintStream out, int batches, HttpConnection connection) {
    RawBatch batch = batch();
    BatchBody bodies = new BatchBody("http://127.0.0.1:9324/1/q.fifo");
    byte[] answer = answer();
    SqsResponse response = new SqsResponse(200, "", answer, 0, answer.length);
    Runnable[] parts = {
      () -> bodies.write(batch, connection.newBody()),
      () -> connection.sign("AmazonSQS.SendMessageBatch", Samples.TEMPORARY, 1_440_938_160),
      () -> SdkSigning.sign(connection.newBody(), batch, bodies),
      () -> BatchAnswer.read(response, ENTRIES)
    };
    String[] names = {
      "escape:          ", "hash and sign:   ", "escape, SDK sign:", "read answer:     "
    };
    for (int i = 0; i < parts.length; i++) {
      repeat(parts[i], WARM_UP);
      Runnable part = parts[i];
      long before = allocated();
      String micros = micros(() -> repeat(part, batches), batches);
      out.println(names[i] + micros + ", " + (allocated() - before) / batches + " bytes allocated");
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static String micros(Runnable work, int times) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    long nanos = threads.getCurrentThreadCpuTime() - before;
    return (double) nanos / times / 1000.0 + " µs CPU";
  }

  private static void repeat(Runnable work, int times) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static void send(SqsHttpSender client, RawBatch batch, int times) {
    repeat(() -> client.sendBatch(batch), times);
  }

  /** JSON about as dense in quotation marks as a chat message is. */
  private static RawBatch batch() {
    StringBuilder text = new StringBuilder("{\"v\":1");
    while (text.length() < 1_000) {
      text.append(",\"name_of_field\":\"some value é\"");
    }
    byte[] body = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    List<RawEntry> entries = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(RawEntry.of("channel-" + i, "session-" + i, body));
    }
    return new RawBatch(entries);
  }

  private static byte[] answer() {
    StringBuilder text = new StringBuilder("{\"Failed\":[],\"Successful\":[");
    for (int i = 0; i < ENTRIES; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"Id\":\"")
          .append(i)
          .append("\",\"MD5OfMessageBody\":\"098f6bcd4621d373cade4e832627b4f6\",\"MessageId\":")
          .append(
              "\"219f8380-5770-4cc2-8c3e-5c715e145f5e\",\"SequenceNumber\":\"18849496460467696128\"}");
    }
    return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void serve(ServerSocket sink) {
    byte[] body = answer();
    byte[] answer =
        Samples.ok(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    try (Socket socket = sink.accept()) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (readRequest(in, buffer)) {
        out.write(answer);
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  /** A request of ours ends with the brackets of its batch. */
  private static boolean readRequest(InputStream in, byte[] buffer) throws IOException {
    int length = 0;
    while (length < 3 || buffer[length - 1] != '}' || buffer[length - 2] != ']') {
      int count = in.read(buffer, length, buffer.length - length);
      if (count < 0) {
        return false;
      }
      length += count;
    }
    return true;
  }
}
