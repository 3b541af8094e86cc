package dev.gatehouse.cloud.sqs;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** A connection with the buffers of its exchanges. For one thread at a time. */
final class HttpConnection implements AutoCloseable {
  /** Up to this size head and body travel in one write. */
  private static final int ONE_WRITE = 64 * 1024;

  private final Socket socket;
  private final OutputStream out;
  private final ResponseReader reader;
  private final SignedRequest signing;
  private final ByteOutput head = new ByteOutput();
  private final ByteOutput body = new ByteOutput();
  private boolean kept;
  private boolean inExchange;
  private long idleSince;

  HttpConnection(Socket socket, SignedRequest signing) throws IOException {
    this.socket = socket;
    this.signing = signing;
    this.out = socket.getOutputStream();
    this.reader = new ResponseReader(socket.getInputStream());
  }

  /** The body of the next request, empty. */
  ByteOutput newBody() {
    return body.clear();
  }

  /** Signs the body without sending it. */
  void sign(AwsCredentials credentials, long epochSecond) {
    signing.writeHead(body, credentials, epochSecond, head.clear());
  }

  /**
   * Signs the body, sends it and reads the answer.
   *
   * @throws StaleConnectionException when the same can be tried on another connection
   */
  HttpResponse exchange(AwsCredentials credentials, long epochSecond) throws IOException {
    sign(credentials, epochSecond);
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

  void idleSince(long nanoTime) {
    idleSince = nanoTime;
    kept = true;
  }

  long idleSince() {
    return idleSince;
  }

  @Override
  public void close() {
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
