package dev.gatehouse.simulator.gateway;

import java.util.Optional;

/** How payloads travel. */
public enum Compression {
  NONE("none"),
  ZLIB_STREAM("zlib-stream"),
  ZSTD_STREAM("zstd-stream");

  private final String label;

  Compression(String label) {
    this.label = label;
  }

  /** The query parameter's value. */
  public String label() {
    return label;
  }

  static Optional<Compression> of(Optional<String> parameter) {
    String wanted = parameter.filter(text -> !text.isEmpty()).orElse(NONE.label);
    for (Compression compression : values()) {
      if (compression.label.equals(wanted)) {
        return Optional.of(compression);
      }
    }
    return Optional.empty();
  }

  PayloadEncoder encoder() {
    return switch (this) {
      case NONE -> new PlainEncoder();
      case ZLIB_STREAM -> new ZlibEncoder();
      case ZSTD_STREAM -> new ZstdEncoder();
    };
  }
}
