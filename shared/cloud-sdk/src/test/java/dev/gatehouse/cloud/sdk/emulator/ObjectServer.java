package dev.gatehouse.cloud.sdk.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The two calls of S3 that the blobs need, over path-style addresses of one bucket; any other
 * bucket does not exist.
 */
public final class ObjectServer implements AutoCloseable {
  /** The bucket that exists. */
  public static final String BUCKET = "bucket";

  private final HttpServer server;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  /** Starts it on a free port of the loopback interface. */
  public ObjectServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    if (!path.startsWith("/" + BUCKET + "/")) {
      answer(exchange, 404, error("NoSuchBucket"));
    } else if (exchange.getRequestMethod().equals("PUT")) {
      objects.put(path, body(exchange));
      answer(exchange, 200, new byte[0]);
    } else {
      byte[] object = objects.get(path);
      answer(exchange, object == null ? 404 : 200, object == null ? error("NoSuchKey") : object);
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    boolean chunked = exchange.getRequestHeaders().containsKey("x-amz-decoded-content-length");
    return chunked ? chunks(in) : in.readAllBytes();
  }

  /** The chunks of a streamed upload: a size, perhaps a signature, then the bytes. */
  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int size = chunkSize(in);
    while (size > 0) {
      whole.writeBytes(in.readNBytes(size));
      in.skipNBytes(2);
      size = chunkSize(in);
    }
    in.readAllBytes();
    return whole.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
      line.append((char) b);
    }
    return Integer.parseInt(line.toString().split("[;\\r]", 2)[0], 16);
  }

  private static byte[] error(String code) {
    return ("<Error><Code>" + code + "</Code><Message>none</Message></Error>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
