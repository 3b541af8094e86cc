package dev.gatehouse.bridge.transport;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/**
 * {@code zstd-stream}: one context for the connection, whose one frame never ends; a WebSocket
 * message is a payload (<a
 * href="https://docs.discord.com/developers/events/gateway#zstdstream">Discord</a>).
 */
final class ZstdStream implements Decompressor {
  private static final int CHUNK = 16 * 1024;

  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final ByteBuffer source = ByteBuffer.allocateDirect(CHUNK);
  private final ByteBuffer target = ByteBuffer.allocateDirect(CHUNK);
  private final MessageBuffer output;

  ZstdStream(int messageBytes) {
    output = new MessageBuffer(messageBytes);
  }

  @Override
  public void add(byte[] bytes, int from, int to) throws BrokenStreamException {
    for (int at = from; at < to; at += CHUNK) {
      source.clear().put(bytes, at, Math.min(CHUNK, to - at)).flip();
      decompressChunk();
    }
  }

  @Override
  public Incoming end() throws BrokenStreamException {
    return output.message();
  }

  /** A target that was filled to the brim may leave more inside the context. */
  private void decompressChunk() throws BrokenStreamException {
    boolean more = true;
    while (more) {
      target.clear();
      step();
      more = source.hasRemaining() || !target.hasRemaining();
      target.flip();
      take();
    }
  }

  private void step() throws BrokenStreamException {
    try {
      context.decompressDirectByteBufferStream(target, source);
    } catch (ZstdException e) {
      throw new BrokenStreamException("the zstd stream is broken", e);
    }
  }

  private void take() throws BrokenStreamException {
    int count = target.remaining();
    output.ensureRoom(count);
    target.get(output.bytes(), output.length(), count);
    output.added(count);
  }

  @Override
  public void close() {
    context.close();
  }
}
