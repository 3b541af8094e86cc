package dev.gatehouse.bridge;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;

/** The compression of a connection, as the client's URL asks for it. */
final class StreamEncoder {
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private final OutputStream stream;

  private StreamEncoder(String asked) throws IOException {
    stream =
        switch (asked) {
          case "zstd-stream" -> new ZstdOutputStream(encoded);
          case "zlib-stream" -> new DeflaterOutputStream(encoded, true);
          default -> encoded;
        };
  }

  /**
   * An encoder for one connection.
   *
   * @param resource path and query of the upgrade; the compression, if any, comes last
   */
  static StreamEncoder of(String resource) {
    try {
      return new StreamEncoder(resource.substring(resource.lastIndexOf('=') + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes that this message adds to the stream. */
  byte[] encode(byte[] message) {
    try {
      encoded.reset();
      stream.write(message);
      stream.flush();
      return encoded.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
