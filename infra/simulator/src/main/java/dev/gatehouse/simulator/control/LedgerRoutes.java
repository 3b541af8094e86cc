package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.gateway.Ledger;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was dispatched to an application: what its consumers must have got. */
public final class LedgerRoutes implements ControlApi.RouteGroup {
  private final World world;
  private final Gateway gateway;

  /** The ledger of a gateway. */
  public LedgerRoutes(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    routes.add("GET", "/control/ledger", call -> Reply.ok(ledger(call)));
  }

  private record Span(long first, long last) {}

  private ObjectNode ledger(ControlCall call) {
    long applicationId = application(call);
    Optional<Long> shard = call.queryId("shard");
    Ledger ledger = gateway.sessions().ledger();
    List<Ledger.Entry> entries =
        world.with(() -> ledger.entries(applicationId)).stream()
            .filter(entry -> shard.isEmpty() || shard.get() == entry.shard())
            .toList();
    ObjectNode json = Json.object();
    json.set("sessions", sessions(entries));
    json.put(
        "count", shard.isEmpty() ? world.with(() -> ledger.count(applicationId)) : entries.size());
    ArrayNode events = json.putArray("events");
    entries.forEach(entry -> events.add(event(entry)));
    return json;
  }

  private long application(ControlCall call) {
    Optional<Long> id = call.queryId("application_id");
    return world.with(() -> {
      if (id.isPresent()) {
        return new Finder(world).application(id.get()).id();
      }
      List<Application> all = world.applications().all();
      if (all.size() != 1) {
        throw ControlError.invalid(
            "application_id", "Must say which of the " + all.size() + " applications.");
      }
      return all.getFirst().id();
    });
  }

  private static ArrayNode sessions(List<Ledger.Entry> entries) {
    Map<String, Span> spans = new LinkedHashMap<>();
    for (Ledger.Entry entry : entries) {
      spans.merge(
          entry.sessionId(),
          new Span(entry.seq(), entry.seq()),
          (old, now) -> new Span(old.first(), now.last()));
    }
    ArrayNode array = Json.array();
    spans.forEach((id, span) ->
        array
            .addObject()
            .put("session_id", id)
            .put("first_seq", span.first())
            .put("last_seq", span.last()));
    return array;
  }

  private static ObjectNode event(Ledger.Entry entry) {
    ObjectNode json = Json.object();
    json.put("session_id", entry.sessionId());
    json.put("seq", entry.seq());
    json.put("t", entry.name());
    json.put("channel_id", text(entry.channelId()));
    json.put("id", text(entry.id()));
    return json;
  }

  private static @Nullable String text(@Nullable Long id) {
    return id == null ? null : Long.toString(id);
  }
}
