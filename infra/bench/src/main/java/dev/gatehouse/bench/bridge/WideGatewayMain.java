package dev.gatehouse.bench.bridge;

import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.simulator.gateway.GatewaySettings;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * A simulator that lets many shards identify at once, as Discord lets a large bot. Its argument:
 * how many.
 */
public final class WideGatewayMain {
  private static final int STARTS_A_DAY = 1_000;

  private WideGatewayMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("logback.configurationFile", "dev/gatehouse/simulator/logback.xml");
    SimulatorConfig config = SimulatorConfig.standard(Clock.systemUTC()).withRateLimits(false);
    GatewaySettings gateway =
        config
            .gateway()
            .withCoalesced(false)
            .withIdentify(
                config.gateway().identifyInterval(), Integer.parseInt(arguments[0]), STARTS_A_DAY);
    try (Simulator simulator = Simulator.start(config.withGateway(gateway))) {
      System.out.println("simulator " + simulator.url());
      new CountDownLatch(1).await();
    }
  }
}
