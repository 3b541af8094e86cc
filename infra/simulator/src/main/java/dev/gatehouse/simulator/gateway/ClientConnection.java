package dev.gatehouse.simulator.gateway;

/** What a session, a fault or an answer does to a client's connection. */
public interface ClientConnection {
  /** How its payloads travel. */
  Compression compression();

  /** Sends a payload. */
  void send(Payload payload);

  /** Closes it as Discord does. */
  void close(CloseCode code);

  /** Closes it with any code. */
  void close(int code, String reason);

  /** The way out, to which faults are done. */
  Outbound out();
}
