package dev.gatehouse.simulator;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Runs a simulator by itself until it is told to end. */
public final class SimulatorMain {
  private static final String LOG_SETTING = "logback.configurationFile";
  private static final int FAILURE = 2;

  private SimulatorMain() {}

  /** Starts, says where it is and {@code ready}, and stays. */
  public static void main(String[] arguments) throws InterruptedException {
    if (System.getProperty(LOG_SETTING) == null) {
      System.setProperty(LOG_SETTING, "dev/gatehouse/simulator/logback.xml");
    }
    try {
      run(CommandLine.parse(List.of(arguments), System.getenv(), Clock.systemUTC()));
    } catch (IllegalArgumentException e) {
      fail(e.getMessage());
    } catch (UncheckedIOException e) {
      fail(e.getMessage() + "\nSet SIMULATOR_PORT to another port, or to 0 for a free one.");
    }
  }

  private static void run(CommandLine line) throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    try (Simulator simulator = Simulator.start(line.config())) {
      Runtime.getRuntime().addShutdownHook(new Thread(told::countDown));
      line.token().ifPresent(token -> register(simulator, line, token));
      System.out.println("simulator " + simulator.url());
      System.out.println("ready");
      told.await();
    }
  }

  private static void register(Simulator simulator, CommandLine line, String token) {
    SimulatedApplication application = simulator.register("gatehouse", token);
    System.out.println("application " + application.id() + " " + application.publicKey());
    line.endpoint().ifPresent(url -> simulator.setInteractionsEndpoint(application.id(), url));
  }

  private static void fail(@Nullable String message) {
    System.err.println("simulator: " + message);
    System.exit(FAILURE);
  }
}
