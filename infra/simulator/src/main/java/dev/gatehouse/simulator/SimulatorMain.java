package dev.gatehouse.simulator;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** Runs a simulator by itself: {@code SIMULATOR_PORT}, {@code --strict}. */
public final class SimulatorMain {
  private static final int PORT = 8090;
  private static final int LARGEST_PORT = 65_535;
  private static final String USAGE = "usage: simulator [--strict] [--no-rate-limits]";

  private SimulatorMain() {}

  /** Starts and stays until the process is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "dev/gatehouse/simulator/logback.xml");
    }
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC()).withPort(port());
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
    while (!left.isEmpty()) {
      config = withOption(config, left.removeFirst());
    }
    run(config);
  }

  private static SimulatorConfig withOption(SimulatorConfig config, String option) {
    return switch (option) {
      case "--strict" -> config.withStrict(true);
      case "--no-rate-limits" -> config.withRateLimits(false);
      default -> throw fail("unknown option " + option + "\n" + USAGE);
    };
  }

  private static int port() {
    String text = System.getenv("SIMULATOR_PORT");
    if (text == null || text.isBlank()) {
      return PORT;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= LARGEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw fail("SIMULATOR_PORT must be a number from 0 to 65535, not " + text);
    }
    throw fail("SIMULATOR_PORT must be a number from 0 to 65535, not " + text);
  }

  private static void run(SimulatorConfig config) throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    try (Simulator simulator = Simulator.start(config)) {
      Runtime.getRuntime().addShutdownHook(new Thread(told::countDown));
      System.out.println("simulator " + simulator.url());
      System.out.println("ready");
      told.await();
    } catch (UncheckedIOException e) {
      throw fail(e.getMessage() + "\nSet SIMULATOR_PORT to another port, or to 0 for a free one.");
    }
  }

  private static RuntimeException fail(String message) {
    System.err.println("simulator: " + message);
    System.exit(2);
    return new IllegalStateException(message);
  }
}
