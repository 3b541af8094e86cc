package dev.gatehouse.bench.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.bench.compare.Distribution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SQS endpoint that acknowledges and keeps nothing. Prints its address; {@code GET /latency}
 * answers how old messages were when they arrived, in milliseconds, by the time in their ids.
 */
public final class AckSinkMain {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern SNOWFLAKE = Pattern.compile("\\b\\d{17,20}\\b");
  private static final long DISCORD_EPOCH = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;

  private final ConcurrentLinkedQueue<Double> ages = new ConcurrentLinkedQueue<>();

  private AckSinkMain() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AckSinkMain sink = new AckSinkMain();
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/latency", sink::latency);
    server.createContext("/", sink::acknowledge);
    server.start();
    System.out.println("sink http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void acknowledge(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      boolean batch = target != null && target.endsWith("Batch");
      respond(exchange, batch ? batchAnswer(request) : answer(request));
      note(request);
    }
  }

  private static String batchAnswer(byte[] request) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String id : values(request, "Id")) {
      entries.add("{\"Id\":\"" + id + "\",\"MessageId\":\"1\"}");
    }
    return "{\"Successful\":[" + String.join(",", entries) + "],\"Failed\":[]}";
  }

  /** The SDK compares the checksum with its own. */
  private static String answer(byte[] request) throws IOException {
    byte[] body = values(request, "MessageBody").getFirst().getBytes(StandardCharsets.UTF_8);
    return "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"" + md5(body) + "\"}";
  }

  private static String md5(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private static List<String> values(byte[] request, String field) throws IOException {
    List<String> values = new ArrayList<>();
    try (JsonParser json = JSON.createParser(request)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && json.currentName().equals(field)) {
          values.add(json.nextTextValue());
        }
      }
    }
    return values;
  }

  /** The newest id in a body is the message's own. */
  private void note(byte[] request) {
    Matcher ids = SNOWFLAKE.matcher(new String(request, StandardCharsets.UTF_8));
    long newest = 0;
    for (int seen = 0; seen < 20 && ids.find(); seen++) {
      newest = Math.max(newest, Long.parseUnsignedLong(ids.group()));
    }
    ages.add((double) (System.currentTimeMillis() - (newest >>> TIME_SHIFT) - DISCORD_EPOCH));
  }

  private void latency(HttpExchange exchange) throws IOException {
    try (exchange) {
      double[] figures = ages.stream().mapToDouble(Double::doubleValue).toArray();
      ages.clear();
      Distribution all = new Distribution(figures.length == 0 ? new double[1] : figures);
      respond(
          exchange,
          String.format(Locale.ROOT, "%.0f %.0f", all.percentile(50), all.percentile(99)));
    }
  }

  private static void respond(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
