package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.interactions.Interactions;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.World;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the owner of an application does in the developer portal. */
public final class ApplicationControl implements ControlApi.RouteGroup {
  private static final String ENDPOINT = "interactions_endpoint_url";

  private final World world;
  private final Interactions interactions;
  private final Finder find;
  private final StateJson state;

  /** Applications of a world. */
  public ApplicationControl(World world, Gateway gateway, Interactions interactions) {
    this.world = world;
    this.interactions = interactions;
    this.find = new Finder(world);
    this.state = new StateJson(world, gateway.sessions());
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    routes.add("PATCH", "/control/applications/{application}", this::edit);
  }

  private Reply edit(ControlCall call) {
    Application application = world.with(() -> find.application(call.pathId("application")));
    Optional<String> complaint = interactions.setEndpoint(application, endpoint(call));
    if (complaint.isPresent()) {
      throw ControlError.invalid(ENDPOINT, complaint.get());
    }
    return Reply.ok(world.with(() -> state.application(application)));
  }

  private static @Nullable URI endpoint(ControlCall call) {
    JsonNode value = call.body().path(ENDPOINT);
    if (value.isNull()) {
      return null;
    }
    try {
      URI endpoint = URI.create(call.text(ENDPOINT));
      if (endpoint.getHost() != null && String.valueOf(endpoint.getScheme()).startsWith("http")) {
        return endpoint;
      }
    } catch (IllegalArgumentException e) {
      throw ControlError.invalid(ENDPOINT, "Must be an http or https URL, or null.");
    }
    throw ControlError.invalid(ENDPOINT, "Must be an http or https URL, or null.");
  }
}
