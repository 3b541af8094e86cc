package dev.gatehouse.simulator.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a gateway connection. */
public enum FaultKind {
  /** The connection is reset. */
  DROP,
  /** Nothing is read or written any more, without a goodbye. */
  HALF_OPEN,
  /** The connection ends in the middle of the next frame. */
  CUT_MID_FRAME,
  /** The server asks for a reconnect. */
  OP7,
  /** The session is called invalid. */
  OP9,
  /** The server closes with a code. */
  CLOSE,
  /** A frame whose payload is no JSON. */
  MALFORMED_FRAME,
  /** Payloads go out late. */
  LATENCY,
  /** The next connections get no HELLO. */
  NO_HELLO,
  /** The next IDENTIFY is not answered. */
  NO_READY,
  /** The next RESUME is not answered. */
  NO_RESUMED,
  /** The next heartbeats are not acknowledged. */
  NO_ACK,
  /** The next connections to the resume URL are cut before their handshake. */
  REFUSE_RESUME_URL;

  /** The kind with the name that control uses. */
  public static Optional<FaultKind> of(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
  }

  /** The name that control uses. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it waits for a connection to do something, instead of hitting the open ones now. */
  public boolean isArmed() {
    return compareTo(NO_HELLO) >= 0;
  }
}
