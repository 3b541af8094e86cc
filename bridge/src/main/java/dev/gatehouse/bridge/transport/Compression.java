package dev.gatehouse.bridge.transport;

import java.util.Optional;

/**
 * How the gateway compresses its stream (<a
 * href="https://docs.discord.com/developers/events/gateway#encoding-and-compression">Discord</a>).
 */
public enum Compression {
  ZSTD("zstd-stream"),
  ZLIB("zlib-stream"),
  PLAIN("");

  private final String parameter;

  Compression(String parameter) {
    this.parameter = parameter;
  }

  /** The value of the query parameter {@code compress}; empty for none. */
  public String parameter() {
    return parameter;
  }

  /** What to try when this one is refused. */
  public Optional<Compression> fallback() {
    return switch (this) {
      case ZSTD -> Optional.of(ZLIB);
      case ZLIB -> Optional.of(PLAIN);
      case PLAIN -> Optional.empty();
    };
  }

  /** Reads a setting: {@code zstd}, {@code zlib} or {@code none}. */
  public static Compression parse(String text) {
    return switch (text) {
      case "zstd" -> ZSTD;
      case "zlib" -> ZLIB;
      case "none" -> PLAIN;
      default -> throw new IllegalArgumentException("was '" + text + "'");
    };
  }

  Decompressor decompressor(int messageBytes) {
    return switch (this) {
      case ZSTD -> new ZstdStream(messageBytes);
      case ZLIB -> new ZlibStream(messageBytes);
      case PLAIN -> new Plain(messageBytes);
    };
  }
}
