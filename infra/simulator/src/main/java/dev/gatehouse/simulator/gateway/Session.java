package dev.gatehouse.simulator.gateway;

import dev.gatehouse.simulator.state.Application;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bot's session, which outlives its connections. Used under the world's lock. */
public final class Session {
  private final String id;
  private final Application application;
  private final Shard shard;
  private final long intents;
  private final int replayLimit;
  private final Deque<Payload.Dispatch> replay = new ArrayDeque<>();
  private long seq;
  private @Nullable ClientConnection connection;
  private @Nullable Instant disconnectedAt;

  Session(String id, Application application, Shard shard, long intents, int replayLimit) {
    this.id = id;
    this.application = application;
    this.shard = shard;
    this.intents = intents;
    this.replayLimit = replayLimit;
  }

  /** The id that READY names. */
  public String id() {
    return id;
  }

  /** Whose bot it is. */
  public Application application() {
    return application;
  }

  /** Its share of the guilds. */
  public Shard shard() {
    return shard;
  }

  /** Which events it wants. */
  public long intents() {
    return intents;
  }

  /** The last sequence number that was given out. */
  public long seq() {
    return seq;
  }

  /** Its connection, while there is one. */
  public Optional<ClientConnection> connection() {
    return Optional.ofNullable(connection);
  }

  boolean wants(long intent) {
    return Intents.has(intents, intent);
  }

  void attach(ClientConnection newConnection) {
    connection = newConnection;
    disconnectedAt = null;
  }

  void detach(ClientConnection oldConnection, Instant now) {
    if (connection == oldConnection) {
      connection = null;
      disconnectedAt = now;
    }
  }

  /** Whether it was left alone since before the given time. */
  boolean isAbandonedSince(Instant time) {
    return disconnectedAt != null && disconnectedAt.isBefore(time);
  }

  /** Gives an event its number, keeps it for a replay, and sends it when somebody listens. */
  long dispatch(String name, byte[] data) {
    Payload.Dispatch dispatch = new Payload.Dispatch(++seq, name, data);
    replay.addLast(dispatch);
    if (replay.size() > replayLimit) {
      replay.removeFirst();
    }
    if (connection != null) {
      connection.send(dispatch);
    }
    return seq;
  }

  /** The dispatches after a number; nothing when some of them are no longer there. */
  Optional<List<Payload.Dispatch>> after(long number) {
    long oldest = replay.isEmpty() ? seq + 1 : replay.getFirst().seq();
    return number + 1 < oldest
        ? Optional.empty()
        : Optional.of(replay.stream().filter(dispatch -> dispatch.seq() > number).toList());
  }
}
