package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Sends masked frames (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.3">RFC 6455</a>).
 * Safe for use by several threads.
 */
final class FrameWriter {
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT = 125;
  private static final int MEDIUM = 126;
  private static final int MOST_BYTES = 0xFFFF;

  private final OutputStream output;
  private final RandomGenerator random;
  private final ReentrantLock lock = new ReentrantLock();

  FrameWriter(OutputStream output, RandomGenerator random) {
    this.output = output;
    this.random = random;
  }

  void text(byte[] payload) throws IOException {
    write(Opcode.TEXT, payload);
  }

  void pong(byte[] payload) throws IOException {
    write(Opcode.PONG, payload);
  }

  void close(int code) throws IOException {
    write(Opcode.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  private void write(int opcode, byte[] payload) throws IOException {
    if (payload.length > MOST_BYTES) {
      throw new IllegalArgumentException("a payload must be at most 65535 bytes");
    }
    byte[] frame = frame(opcode, payload);
    lock.lock();
    try {
      output.write(frame);
      output.flush();
    } finally {
      lock.unlock();
    }
  }

  private byte[] frame(int opcode, byte[] payload) {
    int lengthBytes = payload.length <= SHORT ? 0 : 2;
    byte[] frame = new byte[2 + lengthBytes + 4 + payload.length];
    frame[0] = (byte) (FINAL | opcode);
    frame[1] = (byte) (MASKED | (lengthBytes == 0 ? payload.length : MEDIUM));
    if (lengthBytes > 0) {
      frame[2] = (byte) (payload.length >> 8);
      frame[3] = (byte) payload.length;
    }
    mask(payload, frame, 2 + lengthBytes);
    return frame;
  }

  private void mask(byte[] payload, byte[] frame, int maskAt) {
    byte[] mask = new byte[4];
    random.nextBytes(mask);
    System.arraycopy(mask, 0, frame, maskAt, mask.length);
    for (int i = 0; i < payload.length; i++) {
      frame[maskAt + mask.length + i] = (byte) (payload[i] ^ mask[i & 3]);
    }
  }
}
