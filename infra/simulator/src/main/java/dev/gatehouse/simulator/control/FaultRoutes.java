package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.gateway.FaultKind;
import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.gateway.GatewayFaults;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.rest.RestFaults;
import dev.gatehouse.simulator.state.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A bad day on demand, for the gateway and for REST. */
public final class FaultRoutes implements ControlApi.RouteGroup {
  private static final int LEAST_CODE = 1000;
  private static final int MOST_CODE = 4999;
  private static final int MOST = 1_000_000;
  private static final int MOST_SECONDS = 86_400;

  private final World world;
  private final Gateway gateway;
  private final RestFaults rest;

  /** Faults of both. */
  public FaultRoutes(World world, Gateway gateway, RestFaults rest) {
    this.world = world;
    this.gateway = gateway;
    this.rest = rest;
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    routes
        .add("POST", "/control/faults", this::inflict)
        .add("DELETE", "/control/faults", call -> clear());
  }

  private Reply clear() {
    gateway.faults().clear();
    rest.clear();
    return Reply.noContent();
  }

  private Reply inflict(ControlCall call) {
    String kind = call.text("kind");
    int count = (int) call.number("count", 1, 1, MOST);
    Optional<RestFaults.Outcome> outcome = restOutcome(kind, call);
    List<String> hit = List.of();
    if (outcome.isPresent()) {
      String route = call.optionalText("route").orElse("");
      rest.arm(new RestFaults.Armed(outcome.get(), route, count));
    } else {
      hit = gateway.faults().inflict(gatewayFault(kind, call, count));
      checkHit(hit, call);
    }
    ObjectNode body = Json.object();
    body.put("kind", kind);
    body.put("count", count);
    body.set("sessions", Json.array());
    hit.forEach(body.withArrayProperty("sessions")::add);
    return Reply.ok(body);
  }

  /** Whoever names a session wants it hit. */
  private static void checkHit(List<String> hit, ControlCall call) {
    Optional<String> session = call.optionalText("session_id");
    if (session.isPresent() && hit.isEmpty()) {
      throw ControlError.missing("session_id", "No such session is connected.");
    }
  }

  /** Latency with a route is of REST, and of the gateway otherwise. */
  private static Optional<RestFaults.Outcome> restOutcome(String kind, ControlCall call) {
    return switch (kind) {
      case "http_429" -> Optional.of(tooMany(call));
      case "http_5xx" ->
          Optional.of(new RestFaults.Outcome.ServerError((int) call.number("code", 503, 500, 599)));
      case "latency" ->
          call.optionalText("route").map(r -> new RestFaults.Outcome.Late(millis(call)));
      default -> Optional.empty();
    };
  }

  private static RestFaults.Outcome tooMany(ControlCall call) {
    String scope = call.optionalText("scope").orElse("user");
    if (!List.of("user", "global", "shared").contains(scope)) {
      throw ControlError.invalid("scope", "Must be user, global or shared.");
    }
    double retryAfter = call.decimal("retry_after", 1, 0, MOST_SECONDS);
    return new RestFaults.Outcome.TooMany(retryAfter, scope);
  }

  private static long millis(ControlCall call) {
    return call.number("millis", 100, 0, MOST);
  }

  private long known(long applicationId) {
    return world.with(() -> new Finder(world).application(applicationId).id());
  }

  private GatewayFaults.Fault gatewayFault(String kind, ControlCall call, int count) {
    FaultKind known =
        FaultKind.of(kind)
            .orElseThrow(() -> ControlError.invalid("kind", "There is no fault " + kind + "."));
    return new GatewayFaults.Fault(
        known,
        call.optionalText("session_id"),
        call.optionalId("application_id").map(this::known),
        call.flag("resumable", false),
        (int) call.number("code", 4000, LEAST_CODE, MOST_CODE),
        millis(call),
        count);
  }
}
