package dev.gatehouse.simulator.control;

import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.MessageJson;
import java.util.function.Function;

/** The whole state, its stream of changes, and the way back to the start. */
public final class StateRoutes implements ControlApi.RouteGroup {
  private final World world;
  private final StateJson state;
  private final PageStream stream;
  private final Runnable reset;

  /**
   * The state of a world.
   *
   * @param reset what else goes back to the start
   */
  public StateRoutes(World world, Gateway gateway, MessageJson messages, Runnable reset) {
    this.world = world;
    this.state = new StateJson(world, gateway.sessions());
    this.stream = new PageStream(world, messages, state);
    this.reset = reset;
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    routes
        .add("GET", "/control/state", call -> Reply.ok(world.with(state::all)))
        .add("GET", "/control/stream", call -> stream.open(call.queryId("user_id")))
        .add("DELETE", "/control/state", call -> startAgain());
  }

  private Reply startAgain() {
    world.change(() -> {
      world.reset();
      reset.run();
    });
    return Reply.noContent();
  }
}
