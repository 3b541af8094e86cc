package dev.gatehouse.bench.soak;

import java.time.Duration;
import java.util.List;

/** Something that goes wrong. */
sealed interface Fault {
  /** The kind, as the report counts it. */
  String name();

  /** How long it goes on; zero when it is over at once. */
  default Duration lasting() {
    return Duration.ZERO;
  }

  /**
   * With the gateway.
   *
   * @param orders for the simulator, in this order
   * @param endsSession whether Discord forgets the session
   */
  record Gateway(String name, List<String> orders, Duration lasting, boolean endsSession)
      implements Fault {
    Gateway(String name, String... orders) {
      this(name, List.of(orders), Duration.ZERO, false);
    }
  }

  /** With the way to the queue. */
  record Queue(String name, QueueProxy.Mode mode, Duration lasting) implements Fault {}

  /** SIGKILL to the bridge; a new process follows at once, as a supervisor would start it. */
  record Kill() implements Fault {
    @Override
    public String name() {
      return "SIGKILL";
    }
  }
}
