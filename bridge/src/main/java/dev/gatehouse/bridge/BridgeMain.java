package dev.gatehouse.bridge;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs the bridge until it is told to stop; all settings come from the environment. */
public final class BridgeMain {
  /** The exit status of a wrong configuration, as {@code sysexits.h} has it. */
  private static final int CONFIGURATION = 78;

  private BridgeMain() {}

  @SuppressWarnings("SystemOut") // A message to the person who starts it, before there is a log.
  public static void main(String[] arguments) throws InterruptedException {
    Logging.configure();
    try {
      runUntilStopped(Bridge.start(System.getenv(), Clock.systemUTC(), System::nanoTime));
    } catch (InvalidSettingException | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(CONFIGURATION);
    }
  }

  private static void runUntilStopped(Bridge bridge) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stop =
        Thread.ofPlatform()
            .name("stop")
            .unstarted(() -> {
              bridge.close();
              stopped.countDown();
            });
    Runtime.getRuntime().addShutdownHook(stop);
    stopped.await();
  }
}
