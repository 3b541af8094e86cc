package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A connection with the buffers of its exchanges. For one thread at a time. */
final class HttpConnection implements AutoCloseable {
  /** Up to this size head and body travel in one write. */
  private static final int ONE_WRITE = 64 * 1024;

  private static final int LARGEST_ANSWER = 1 << 20;

  private final Socket tcp;
  private final CallsUnderWay calls;
  private final OutputStream out;
  private final ResponseReader reader;
  private final SignedRequest signing;
  private final ByteOutput head = new ByteOutput();
  private final ByteOutput body = new ByteOutput();
  private boolean kept;
  private boolean inExchange;
  private long idleSince;

  HttpConnection(Connector.Opened opened, SqsSenderSettings settings, CallsUnderWay calls)
      throws IOException {
    this.tcp = opened.tcp();
    this.calls = calls;
    this.signing = new SignedRequest(settings);
    this.out = opened.socket().getOutputStream();
    this.reader = new ResponseReader(opened.socket().getInputStream(), LARGEST_ANSWER);
  }

  /** The body of the next request, empty. */
  ByteOutput newBody() {
    return body.clear();
  }

  /** Signs a call of that operation with the body, without sending it. */
  void sign(String target, AwsCredentials credentials, long epochSecond) {
    signing.writeHead(target, body, credentials, epochSecond, head.clear());
  }

  /**
   * Signs a call of that operation with the body, sends it and reads the answer.
   *
   * @param target such as {@code AmazonSQS.SendMessageBatch}
   * @param end when it must be over
   * @throws StaleConnectionException when the same can be tried on another connection
   */
  SqsResponse exchange(String target, AwsCredentials credentials, long epochSecond, long end)
      throws IOException {
    sign(target, credentials, epochSecond);
    inExchange = true;
    try {
      calls.begin(tcp, end);
      send();
      SqsResponse response = reader.read();
      inExchange = false;
      return response;
    } catch (IOException e) {
      boolean stale = kept && !reader.hasBegun() && !(e instanceof SocketTimeoutException);
      throw stale && !calls.isOver(end) ? new StaleConnectionException(e) : calls.reason(e, end);
    } finally {
      calls.done(tcp);
    }
  }

  /** Whether the last exchange, if any, came to its end and left the connection open. */
  boolean isReusable() {
    return !inExchange && reader.keepsAlive();
  }

  /** Lets go of what only a large exchange needed. */
  void idleSince(long nanoTime) {
    idleSince = nanoTime;
    kept = true;
    body.clear();
    reader.clear();
  }

  long idleSince() {
    return idleSince;
  }

  /** Without the words by which TLS ends: a peer that takes nothing could hold them up. */
  @Override
  public void close() {
    try {
      tcp.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private void send() throws IOException {
    if (body.length() <= ONE_WRITE) {
      head.add(body).writeTo(out);
    } else {
      head.writeTo(out);
      body.writeTo(out);
    }
  }
}
