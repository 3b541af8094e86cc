package dev.gatehouse.local.cloud;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts parts beside each other, each on a thread of its own. */
public final class ParallelStart implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).daemon().factory());

  /** Starts a part. */
  public <T> Future<T> start(Callable<T> part) {
    return threads.submit(part);
  }

  /** Runs a step. */
  public Future<?> run(Step step) {
    return threads.submit(() -> {
      step.run();
      return null;
    });
  }

  /** Waits for what still runs. */
  @Override
  public void close() {
    threads.close();
  }

  /** Something that may fail. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }
}
