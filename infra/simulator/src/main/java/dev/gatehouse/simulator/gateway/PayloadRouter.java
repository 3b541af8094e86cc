package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.World;
import java.time.Duration;
import java.util.Optional;

/** Takes what connections send to where it is answered, unless a fault keeps the answer back. */
final class PayloadRouter {
  private final World world;
  private final ArmedFaults faults;
  private final IdentifyAndResume logins;
  private final ClientRequests requests;
  private final Duration heartbeatInterval;

  PayloadRouter(
      World world,
      ArmedFaults faults,
      IdentifyAndResume logins,
      ClientRequests requests,
      Duration heartbeatInterval) {
    this.world = world;
    this.faults = faults;
    this.logins = logins;
    this.requests = requests;
    this.heartbeatInterval = heartbeatInterval;
  }

  void greet(Connection connection) {
    if (!faults.strikes(FaultKind.NO_HELLO, Optional.empty())) {
      ObjectNode hello = Json.object();
      hello.put("heartbeat_interval", heartbeatInterval.toMillis());
      hello.putArray("_trace").add("simulator");
      connection.send(Payload.of(Opcode.HELLO, hello));
    }
  }

  void receive(Connection connection, JsonNode payload) {
    JsonNode data = payload.path("d");
    switch (payload.path("op").intValue()) {
      case Opcode.HEARTBEAT -> acknowledge(connection);
      case Opcode.IDENTIFY -> identify(connection, data);
      case Opcode.RESUME -> resume(connection, data);
      case Opcode.PRESENCE_UPDATE,
          Opcode.VOICE_STATE_UPDATE,
          Opcode.REQUEST_GUILD_MEMBERS,
          Opcode.REQUEST_SOUNDBOARD_SOUNDS,
          Opcode.REQUEST_CHANNEL_INFO ->
          request(connection, payload);
      default -> connection.close(CloseCode.UNKNOWN_OPCODE);
    }
  }

  private void acknowledge(Connection connection) {
    if (!faults.strikes(FaultKind.NO_ACK, sessionId(connection))) {
      connection.send(Payload.of(Opcode.HEARTBEAT_ACK, Json.object().nullNode()));
    }
  }

  private void identify(Connection connection, JsonNode data) {
    if (!faults.strikes(FaultKind.NO_READY, Optional.empty())) {
      world.change(() -> logins.identify(connection, data));
    }
  }

  private void resume(Connection connection, JsonNode data) {
    if (!faults.strikes(FaultKind.NO_RESUMED, Json.text(data, "session_id"))) {
      world.change(() -> logins.resume(connection, data));
    }
  }

  private void request(Connection connection, JsonNode payload) {
    world.change(() ->
        connection
            .session()
            .ifPresentOrElse(
                session -> requests.answer(session, payload),
                () -> connection.close(CloseCode.NOT_AUTHENTICATED)));
  }

  private Optional<String> sessionId(Connection connection) {
    return world.with(() -> connection.session().map(Session::id));
  }
}
