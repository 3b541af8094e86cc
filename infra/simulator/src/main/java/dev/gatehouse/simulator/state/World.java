package dev.gatehouse.simulator.state;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The simulated Discord. Whoever reads or writes it holds its one lock, so listeners hear of
 * everything in the order in which it happened; nobody waits for a network under it.
 */
public final class World {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<WorldEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Directory directory = new Directory();
  private final Applications applications = new Applications();
  private final Clock clock;
  private final SnowflakeSource ids;
  private final MessageStore messages;
  private final Consumer<World> seed;

  /**
   * A world as its seed makes it.
   *
   * @param historyLimit the most messages that a channel remembers
   * @param seed puts in what is there at the start, and again after a reset
   */
  public World(Clock clock, int historyLimit, Consumer<World> seed) {
    this.clock = clock;
    this.ids = new SnowflakeSource(clock);
    this.messages = new MessageStore(historyLimit);
    this.seed = seed;
    seed.accept(this);
  }

  /** Does something that sees and changes the world as a whole. */
  public <T> T with(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #with}, with nothing to answer. */
  public void change(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Hears of everything from now on, under the lock: it must not block. */
  public void listen(Consumer<WorldEvent> listener) {
    listeners.add(listener);
  }

  /** Tells every listener. */
  public void publish(WorldEvent event) {
    change(() -> listeners.forEach(listener -> listener.accept(event)));
  }

  /** Users, guilds and channels. */
  public Directory directory() {
    return directory;
  }

  /** Messages and files. */
  public MessageStore messages() {
    return messages;
  }

  /** Applications. */
  public Applications applications() {
    return applications;
  }

  /** A new id. */
  public long nextId() {
    return ids.next();
  }

  /** The time. */
  public Instant now() {
    return clock.instant();
  }

  /** Back to the start. Registered applications stay, with their endpoints and commands. */
  public void reset() {
    change(() -> {
      messages.clear();
      directory.clear();
      List<Application> dropped = applications.dropUnregistered();
      publish(new WorldEvent.Reset(dropped));
      seed.accept(this);
    });
  }
}
