package dev.gatehouse.simulator.control;

import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.MessageJson;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Load for gateway clients. */
public final class FirehoseRoutes implements ControlApi.RouteGroup {
  private final Firehose firehose;

  /** Load on a gateway. */
  public FirehoseRoutes(
      World world,
      Gateway gateway,
      MessageJson json,
      RandomGenerator random,
      LongSupplier nanoTime) {
    this.firehose = new Firehose(world, gateway, json, random, nanoTime);
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    routes.add("POST", "/control/firehose", this::run);
  }

  private Reply run(ControlCall call) {
    FirehoseOrder order = FirehoseOrder.of(call);
    try {
      double seconds = firehose.run(order);
      return Reply.ok(Json.object().put("sent", order.count()).put("seconds", seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ControlError.conflict("count", "The simulator stops.");
    }
  }
}
