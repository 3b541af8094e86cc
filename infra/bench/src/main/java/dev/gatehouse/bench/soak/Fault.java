package dev.gatehouse.bench.soak;

import java.time.Duration;
import java.util.List;

/** Something that goes wrong. */
sealed interface Fault {
  /** The name of the fault that ends a session. */
  String FINAL = "op 9 final";

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
   */
  record Gateway(String name, List<String> orders, Duration lasting) implements Fault {
    Gateway(String name, String... orders) {
      this(name, List.of(orders), Duration.ZERO);
    }

    /** Whether Discord forgets the session. */
    boolean endsSession() {
      return name.equals(FINAL);
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
