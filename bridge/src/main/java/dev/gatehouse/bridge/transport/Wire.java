package dev.gatehouse.bridge.transport;

import java.net.Socket;

/**
 * A connection's sockets.
 *
 * @param tcp the lower one
 * @param socket what is read and written: TLS over {@code tcp}, or {@code tcp} itself
 */
record Wire(Socket tcp, Socket socket) {
  /** Whether there is TLS between the two. */
  boolean isSecure() {
    return socket != tcp;
  }
}
