package dev.gatehouse.bridge;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that takes nothing, and quotes in each answer what it was sent. */
final class EchoServer implements AutoCloseable {
  private static final int QUOTED = 20_000;

  /** How it refuses; {@code %s} stands for what it was sent. */
  enum Answer {
    /** A failure of the service. */
    FAILURE(500, "{'__type':'com.amazonaws#InternalFailure','message':'%s'}"),
    /** The call is at fault. */
    REJECTED_CALL(400, "{'__type':'com.amazonaws.sqs#InvalidMessageContents','message':'%s'}"),
    /** An entry of the call is at fault. */
    REFUSED_ENTRY(
        200,
        "{'Successful':[],'Failed':[{'Id':'0','Code':'InvalidMessageContents','Message':'%s',"
            + "'SenderFault':true}]}"),
    /** An entry of the call is to be sent again. */
    UNLUCKY_ENTRY(
        200,
        "{'Successful':[],'Failed':[{'Id':'0','Code':'InternalError','Message':'%s',"
            + "'SenderFault':false}]}"),
    /** The answer is no JSON. */
    NOT_UNDERSTOOD(200, "%s"),
    /** The answer is JSON of another kind. */
    SOMETHING_ELSE(200, "{'Successful':'%s','Item':'%s'}"),
    /** The answer of a proxy. */
    PAGE(502, "<html>%s</html>"),
    /** An error of S3. */
    XML(400, "<Error><Code>InvalidRequest</Code><Message>%s</Message></Error>");

    private final int status;
    private final String form;

    Answer(int status, String form) {
      this.status = status;
      this.form = form.replace('\'', '"');
    }
  }

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final AtomicInteger calls = new AtomicInteger();
  private final Answer answer;

  EchoServer(Answer answer) throws IOException {
    this.answer = answer;
    server.createContext("/", this::refuse);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int calls() {
    return calls.get();
  }

  private void refuse(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String quoted = sent.substring(0, Math.min(sent.length(), QUOTED));
      String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(quoted));
      byte[] body = answer.form.replace("%s", escaped).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
      calls.incrementAndGet();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
