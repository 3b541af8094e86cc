package dev.gatehouse.bench.soak;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The faults that a soak draws from, each as often as the others. */
enum FaultKind {
  /** The connection is reset. */
  DROP,
  /** It is open, but nothing comes any more. */
  HALF_OPEN,
  /** It ends in the middle of a frame. */
  CUT_MID_FRAME,
  /** A frame is no JSON. */
  MALFORMED_FRAME,
  /** The gateway asks for a reconnect. */
  OP7,
  /** It calls the session invalid, but lets it be resumed. */
  OP9_RESUMABLE,
  /** It gives the session up. */
  OP9_FINAL,
  /** It closes with a code after which the session goes on. */
  CLOSE,
  /** The next connection gets no HELLO. */
  NO_HELLO,
  /** The next RESUME is not answered. */
  NO_RESUMED,
  /** The next heartbeat is not acknowledged. */
  NO_ACK,
  /** The resume URL is dead. */
  REFUSE_RESUME_URL,
  /** What the gateway sends is late. */
  LATENCY,
  /** Connections to the queue break and are refused. */
  QUEUE_DOWN,
  /** The queue takes its time. */
  QUEUE_SLOW;

  private static final int[] CODES = {4000, 4001, 4002, 4003, 4005, 4008};
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final String THEN_DROP = order("drop", "");

  /** One such fault. */
  Fault draw(RandomGenerator random) {
    return switch (this) {
      case DROP -> new Fault.Gateway("drop", THEN_DROP);
      case HALF_OPEN -> new Fault.Gateway("half-open", order("half_open", ""));
      case CUT_MID_FRAME -> new Fault.Gateway("cut mid-frame", order("cut_mid_frame", ""));
      case MALFORMED_FRAME -> new Fault.Gateway("malformed frame", order("malformed_frame", ""));
      case OP7 -> new Fault.Gateway("op 7", order("op7", ""));
      case OP9_RESUMABLE ->
          new Fault.Gateway("op 9 resumable", order("op9", ",\"resumable\":true"));
      case OP9_FINAL ->
          new Fault.Gateway(
              "op 9 final", List.of(order("op9", ",\"resumable\":false")), Duration.ZERO, true);
      case CLOSE -> close(CODES[random.nextInt(CODES.length)]);
      case NO_HELLO -> new Fault.Gateway("no HELLO", order("no_hello", ""), THEN_DROP);
      case NO_RESUMED -> new Fault.Gateway("no RESUMED", order("no_resumed", ""), THEN_DROP);
      case NO_ACK -> new Fault.Gateway("no ACK", order("no_ack", ""));
      case REFUSE_RESUME_URL ->
          new Fault.Gateway(
              "dead resume URL", order("refuse_resume_url", ",\"count\":3"), THEN_DROP);
      case LATENCY ->
          new Fault.Gateway("latency", List.of(latency(100 + random.nextInt(400))), SHORT, false);
      case QUEUE_DOWN -> new Fault.Queue("queue down", QueueProxy.Mode.REFUSING, SHORT);
      case QUEUE_SLOW -> new Fault.Queue("queue slow", QueueProxy.Mode.SLOW, SHORT);
    };
  }

  /** What makes the gateway late, or with 0 punctual. */
  static String latency(int millis) {
    return order("latency", ",\"millis\":" + millis);
  }

  private static Fault close(int code) {
    return new Fault.Gateway("close " + code, order("close", ",\"code\":" + code));
  }

  private static String order(String kind, String more) {
    return "{\"kind\":\"" + kind + "\"" + more + "}";
  }
}
