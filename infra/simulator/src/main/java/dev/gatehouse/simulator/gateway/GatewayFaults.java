package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Does to connections what a bad day does. */
public final class GatewayFaults {
  private static final byte[] BROKEN =
      "{\"t\":\"MESSAGE_CREATE\",\"op\":0,\"d\":{\"content\":".getBytes(StandardCharsets.UTF_8);

  private final World world;
  private final Sessions sessions;
  private final ArmedFaults armed;

  GatewayFaults(World world, Sessions sessions, ArmedFaults armed) {
    this.world = world;
    this.sessions = sessions;
    this.armed = armed;
  }

  /**
   * One fault.
   *
   * @param sessionId the only session to hit
   * @param applicationId the only application to hit
   * @param resumable what op 9 says
   * @param code what the server closes with
   * @param millis how late payloads are
   * @param count how many occasions an armed fault spoils
   */
  public record Fault(
      FaultKind kind,
      Optional<String> sessionId,
      Optional<Long> applicationId,
      boolean resumable,
      int code,
      long millis,
      int count) {}

  /** Inflicts a fault on the open connections, or arms it; answers the sessions that it hit. */
  public List<String> inflict(Fault fault) {
    return world.with(() -> {
      if (fault.kind().isArmed()) {
        armed.arm(fault.kind(), fault.sessionId(), fault.count());
        return List.of();
      }
      List<Session> hit = targets(fault);
      hit.forEach(session -> session.connection().ifPresent(c -> strike(c, session, fault)));
      return hit.stream().map(Session::id).toList();
    });
  }

  /** Takes back what is armed and what lasts. */
  public void clear() {
    world.change(() -> {
      armed.clear();
      sessions.all().stream()
          .flatMap(session -> session.connection().stream())
          .forEach(connection -> connection.out().delay(0));
    });
  }

  private List<Session> targets(Fault fault) {
    return sessions.all().stream()
        .filter(session -> session.connection().isPresent())
        .filter(session -> fault.sessionId().map(session.id()::equals).orElse(true))
        .filter(session ->
            fault.applicationId().map(id -> session.application().id() == id).orElse(true))
        .toList();
  }

  private void strike(ClientConnection connection, Session session, Fault fault) {
    switch (fault.kind()) {
      case DROP -> connection.out().drop();
      case HALF_OPEN -> connection.out().fallSilent();
      case CUT_MID_FRAME -> connection.out().cutNextFrame();
      case OP7 -> connection.send(Payload.of(Opcode.RECONNECT, Json.object().nullNode()));
      case OP9 -> invalidate(connection, session, fault.resumable());
      case CLOSE -> connection.close(fault.code(), "closed on request");
      case MALFORMED_FRAME -> connection.send(new Payload.Control(BROKEN));
      case LATENCY -> connection.out().delay(fault.millis());
      case NO_HELLO, NO_READY, NO_RESUMED, NO_ACK, REFUSE_RESUME_URL ->
          throw new IllegalArgumentException(fault.kind() + " waits for its occasion");
    }
  }

  private void invalidate(ClientConnection connection, Session session, boolean resumable) {
    connection.send(Payload.of(Opcode.INVALID_SESSION, BooleanNode.valueOf(resumable)));
    if (!resumable) {
      sessions.remove(session);
    }
  }
}
