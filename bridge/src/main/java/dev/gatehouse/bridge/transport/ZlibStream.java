package dev.gatehouse.bridge.transport;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * {@code zlib-stream}: one context for the connection; a message ends with {@code 00 00 FF FF} (<a
 * href="https://docs.discord.com/developers/events/gateway#zlibstream">Discord</a>).
 */
final class ZlibStream implements Decompressor {
  private static final int MESSAGE_END = 0x0000FFFF;

  private final Inflater inflater = new Inflater();
  private final MessageBuffer output;
  private int lastFour = ~MESSAGE_END;

  ZlibStream(int messageBytes) {
    output = new MessageBuffer(messageBytes);
  }

  @Override
  public void add(byte[] bytes, int from, int to) throws BrokenStreamException {
    inflater.setInput(bytes, from, to - from);
    inflate();
    noteEnd(bytes, from, to);
  }

  @Override
  public @Nullable Incoming end() throws BrokenStreamException {
    return lastFour == MESSAGE_END ? output.message() : null;
  }

  private void inflate() throws BrokenStreamException {
    try {
      while (true) {
        output.ensureRoom(1);
        int count = inflater.inflate(output.bytes(), output.length(), output.room());
        output.added(count);
        if (count == 0 && (inflater.needsInput() || inflater.finished())) {
          return;
        }
        if (count == 0) {
          throw new BrokenStreamException("the zlib stream needs a dictionary");
        }
      }
    } catch (DataFormatException e) {
      throw new BrokenStreamException("the zlib stream is broken", e);
    }
  }

  private void noteEnd(byte[] bytes, int from, int to) {
    for (int i = Math.max(from, to - Integer.BYTES); i < to; i++) {
      lastFour = lastFour << Byte.SIZE | (bytes[i] & 0xFF);
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
