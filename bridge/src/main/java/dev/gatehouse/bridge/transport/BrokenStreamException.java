package dev.gatehouse.bridge.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes that break the WebSocket protocol, a limit or the compression: the connection is lost. */
public final class BrokenStreamException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenStreamException(String what) {
    this(what, null);
  }

  BrokenStreamException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
