package dev.gatehouse.bench.soak;

import dev.gatehouse.bench.bridge.Sender;
import java.io.IOException;
import java.util.Optional;

/** The firehose, a few seconds at a time, so that one can tell how far it is. */
final class EventLoad {
  private static final int SLICE_SECONDS = 5;
  private static final long NANOS = 1_000_000_000L;

  private final Sender sender;
  private final SoakOptions options;
  private final Thread thread;
  private volatile int sent;
  private volatile Optional<IOException> failure = Optional.empty();

  private EventLoad(Sender sender, SoakOptions options) {
    this.sender = sender;
    this.options = options;
    this.thread = Thread.ofVirtual().name("load").unstarted(this::run);
  }

  static EventLoad start(Sender sender, SoakOptions options) {
    EventLoad load = new EventLoad(sender, options);
    load.thread.start();
    return load;
  }

  /** Whether there is more to send. */
  boolean isRunning() {
    return thread.isAlive();
  }

  /** How many messages were sent, with those of the slice that is under way. */
  int sent() {
    return sent;
  }

  /** Fails when sending has failed. */
  void check() {
    failure.ifPresent(e -> {
      throw new IllegalStateException("the firehose ended: " + e.getMessage(), e);
    });
  }

  void stop() {
    thread.interrupt();
  }

  private void run() {
    long start = System.nanoTime();
    try {
      while (sent < options.events()) {
        int slice = Math.min(SLICE_SECONDS * options.rate(), options.events() - sent);
        sent += slice;
        sender.firehose(slice, options.rate());
        long due = start + sent * NANOS / options.rate();
        Thread.sleep(Math.max(0, due - System.nanoTime()) / 1_000_000);
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
