package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Bytes of a socket, buffered so that a whole frame lies in one piece. */
final class SocketInput {
  private static final int USUAL_SIZE = 64 * 1024;

  /** A read of as much is behind: more has arrived meanwhile. */
  private static final int LARGE_READ = 32 * 1024;

  private final SocketPair sockets;
  private final InputStream stream;
  private final InputStream tcp;
  private final LongSupplier nanos;
  private final LongConsumer rest;
  private final ReadPace pace;
  private byte[] buffer = new byte[USUAL_SIZE];
  private int at;
  private int limit;

  /**
   * @param nanos a monotonic clock
   * @param rest lets so many nanoseconds of it pass
   */
  SocketInput(SocketPair sockets, LongSupplier nanos, LongConsumer rest) throws IOException {
    this.sockets = sockets;
    this.stream = sockets.socket().getInputStream();
    this.tcp = sockets.tcp().getInputStream();
    this.nanos = nanos;
    this.rest = rest;
    this.pace = new ReadPace(nanos.getAsLong());
  }

  byte[] bytes() {
    return buffer;
  }

  int position() {
    return at;
  }

  int available() {
    return limit - at;
  }

  void skip(int count) {
    at += count;
  }

  /** Makes room for {@code size} bytes from the present position on. */
  void ensureRoom(int size) {
    if (size > buffer.length - at) {
      moveTo(size > buffer.length ? new byte[size] : buffer);
    }
  }

  /**
   * Reads what has arrived, waiting for at most {@code wait}. The rest of what has begun is read as
   * soon as it comes.
   *
   * @return the number of bytes, 0 when nothing came in time, -1 at the end of the stream
   */
  int fill(Duration wait) throws IOException {
    compact();
    if (available() == 0) {
      keepPace();
    }
    sockets
        .socket()
        .setSoTimeout(Math.toIntExact(Math.clamp(wait.toMillis(), 1, Integer.MAX_VALUE)));
    try {
      int count = stream.read(buffer, limit, buffer.length - limit);
      limit += Math.max(count, 0);
      setPace(count);
      return count;
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  private void keepPace() {
    long left = pace.untilNext(nanos.getAsLong());
    if (left > 0) {
      rest.accept(left);
    }
  }

  private void setPace(int count) throws IOException {
    long now = nanos.getAsLong();
    if (count < 0 || count >= LARGE_READ || (sockets.isSecure() && hasMoreRecords())) {
      pace.leftSome(now);
    } else {
      pace.tookAll(now);
    }
  }

  /** A read from a TLS socket takes one record, however many have arrived. */
  private boolean hasMoreRecords() throws IOException {
    return stream.available() > 0 || tcp.available() > 0;
  }

  private void compact() {
    if (at == limit && buffer.length > USUAL_SIZE) {
      buffer = new byte[USUAL_SIZE];
      at = 0;
      limit = 0;
    } else if (at == limit) {
      at = 0;
      limit = 0;
    } else if (limit == buffer.length) {
      moveTo(at > 0 ? buffer : Arrays.copyOf(buffer, buffer.length * 2));
    }
  }

  private void moveTo(byte[] target) {
    System.arraycopy(buffer, at, target, 0, available());
    limit = available();
    at = 0;
    buffer = target;
  }
}
