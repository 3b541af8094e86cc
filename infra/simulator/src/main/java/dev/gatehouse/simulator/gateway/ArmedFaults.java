package dev.gatehouse.simulator.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults that wait for their occasion. */
final class ArmedFaults {
  private final List<Armed> armed = new ArrayList<>();

  private record Armed(FaultKind kind, Optional<String> sessionId, int left) {
    boolean fits(FaultKind wanted, Optional<String> session) {
      return kind == wanted && (sessionId.isEmpty() || sessionId.equals(session));
    }
  }

  synchronized void arm(FaultKind kind, Optional<String> sessionId, int count) {
    armed.add(new Armed(kind, sessionId, count));
  }

  /** Whether the occasion meets a fault, which is then used up by one. */
  synchronized boolean strikes(FaultKind kind, Optional<String> sessionId) {
    for (int i = 0; i < armed.size(); i++) {
      Armed fault = armed.get(i);
      if (fault.fits(kind, sessionId)) {
        use(i, fault);
        return true;
      }
    }
    return false;
  }

  private void use(int index, Armed fault) {
    if (fault.left() > 1) {
      armed.set(index, new Armed(fault.kind(), fault.sessionId(), fault.left() - 1));
    } else {
      armed.remove(index);
    }
  }

  synchronized void clear() {
    armed.clear();
  }
}
