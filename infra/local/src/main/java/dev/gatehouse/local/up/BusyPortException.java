package dev.gatehouse.local.up;

/** A port is taken: says which, and which variable changes it. */
public final class BusyPortException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyPortException(int port, String what, String variable) {
    super(
        "port %d (%s) is in use; stop what listens there, or set %s to another port, 0 for a free one"
            .formatted(port, what, variable));
  }
}
