package dev.gatehouse.cloud.aws;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** A connection with the buffers of its exchanges. For one thread at a time. */
public final class HttpConnection implements AutoCloseable {
  /** Up to this size head and body travel in one write. */
  private static final int ONE_WRITE = 64 * 1024;

  private final Socket socket;
  private final ConnectionPool pool;
  private final OutputStream out;
  private final ResponseReader reader;
  private final SignedRequest signing;
  private final ByteOutput head = new ByteOutput();
  private final ByteOutput body = new ByteOutput();
  private boolean kept;
  private boolean inExchange;
  private long idleSince;

  HttpConnection(Socket socket, ServiceEndpoint endpoint, ConnectionPool pool) throws IOException {
    this.socket = socket;
    this.pool = pool;
    this.signing = new SignedRequest(endpoint);
    this.out = socket.getOutputStream();
    this.reader = new ResponseReader(socket.getInputStream(), endpoint.largestAnswer());
  }

  /** The body of the next request, empty. */
  public ByteOutput newBody() {
    return body.clear();
  }

  /** Signs a call of that operation with the body, without sending it. */
  public void sign(String target, AwsCredentials credentials, long epochSecond) {
    signing.writeHead(target, body, credentials, epochSecond, head.clear());
  }

  /**
   * Signs a call of that operation with the body, sends it and reads the answer.
   *
   * @param target such as {@code AmazonSQS.SendMessageBatch}
   * @throws StaleConnectionException when the same can be tried on another connection
   */
  public HttpResponse exchange(String target, AwsCredentials credentials, long epochSecond)
      throws IOException {
    sign(target, credentials, epochSecond);
    inExchange = true;
    @Nullable IOException failure = send();
    if (failure != null) {
      throw kept ? new StaleConnectionException(failure) : failure;
    }
    try {
      HttpResponse response = reader.read();
      inExchange = false;
      return response;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw kept && !reader.hasBegun() ? new StaleConnectionException(e) : e;
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

  @Override
  public void close() {
    pool.forget(this);
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private @Nullable IOException send() {
    try {
      if (body.length() <= ONE_WRITE) {
        head.add(body).writeTo(out);
      } else {
        head.writeTo(out);
        body.writeTo(out);
      }
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
