package dev.gatehouse.simulator.gateway;

import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sessions that are connected or can be resumed. Used under the world's lock. */
public final class Sessions {
  private final World world;
  private final Duration resumableFor;
  private final Ledger ledger = new Ledger();
  private final Map<String, Session> byId = new LinkedHashMap<>();

  Sessions(World world, Duration resumableFor) {
    this.world = world;
    this.resumableFor = resumableFor;
  }

  /** Every session. */
  public List<Session> all() {
    dropAbandoned();
    return new ArrayList<>(byId.values());
  }

  /** Every session, without a look at those that were left alone for too long. */
  Collection<Session> open() {
    return byId.values();
  }

  /** One session. */
  public Optional<Session> find(String id) {
    dropAbandoned();
    return Optional.ofNullable(byId.get(id));
  }

  /** An application's sessions. */
  public List<Session> of(long applicationId) {
    return all().stream().filter(session -> session.application().id() == applicationId).toList();
  }

  /** Whether an application's bot is connected. */
  public boolean isConnected(Application application) {
    return of(application.id()).stream().anyMatch(session -> session.connection().isPresent());
  }

  /** What was dispatched to whom. */
  public Ledger ledger() {
    return ledger;
  }

  void add(Session session) {
    byId.put(session.id(), session);
  }

  void remove(Session session) {
    byId.remove(session.id());
  }

  void clear() {
    byId.clear();
    ledger.clear();
  }

  /** An event's bytes for one session. */
  record Event(String name, @Nullable Long channelId, @Nullable Long id, byte[] data) {}

  /** Gives an event to one session. */
  void deliver(Session session, Event event) {
    long seq = session.dispatch(event.name(), event.data());
    ledger.record(
        session.application().id(),
        new Ledger.Entry(
            session.id(), session.shard().id(), seq, event.name(), event.channelId(), event.id()));
  }

  /** Gives an event to all the sessions that fit. */
  void deliver(Predicate<Session> audience, Event event) {
    for (Session session : byId.values()) {
      if (audience.test(session)) {
        deliver(session, event);
      }
    }
  }

  private void dropAbandoned() {
    Instant oldest = world.now().minus(resumableFor);
    byId.values().removeIf(session -> session.isAbandonedSince(oldest));
  }
}
