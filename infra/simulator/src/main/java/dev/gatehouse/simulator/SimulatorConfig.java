package dev.gatehouse.simulator;

import dev.gatehouse.simulator.gateway.GatewaySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a simulator is set up.
 *
 * @param host the address to bind; anything but loopback lets others in
 * @param port the port; 0 picks a free one
 * @param strict whether tokens that nobody registered are refused, and privileged intents with them
 * @param rateLimits whether REST counts calls
 * @param clock the time of ids, tokens and limits
 * @param gateway how the gateway behaves
 * @param interactionDeadline how long an application has to answer an interaction
 * @param historyLimit the most messages that a channel remembers
 * @param random what the firehose draws from
 */
public record SimulatorConfig(
    String host,
    int port,
    boolean strict,
    boolean rateLimits,
    Clock clock,
    GatewaySettings gateway,
    Duration interactionDeadline,
    int historyLimit,
    RandomGenerator random) {

  /** Discord's own figures, on a free loopback port. */
  public static SimulatorConfig standard(Clock clock) {
    return new SimulatorConfig(
        "127.0.0.1",
        0,
        false,
        true,
        clock,
        GatewaySettings.standard(),
        Duration.ofSeconds(3),
        1_000,
        RandomGenerator.getDefault());
  }

  /** The same on another port. */
  public SimulatorConfig withPort(int other) {
    return new SimulatorConfig(
        host, other, strict, rateLimits, clock, gateway, interactionDeadline, historyLimit, random);
  }

  /** The same, refusing what nobody registered. */
  public SimulatorConfig withStrict(boolean refuses) {
    return new SimulatorConfig(
        host,
        port,
        refuses,
        rateLimits,
        clock,
        gateway.withPrivilegedIntents(!refuses),
        interactionDeadline,
        historyLimit,
        random);
  }

  /** The same with or without rate limits. */
  public SimulatorConfig withRateLimits(boolean counted) {
    return new SimulatorConfig(
        host, port, strict, counted, clock, gateway, interactionDeadline, historyLimit, random);
  }

  /** The same with another gateway. */
  public SimulatorConfig withGateway(GatewaySettings other) {
    return new SimulatorConfig(
        host, port, strict, rateLimits, clock, other, interactionDeadline, historyLimit, random);
  }

  /** The same with another deadline for interactions. */
  public SimulatorConfig withInteractionDeadline(Duration deadline) {
    return new SimulatorConfig(
        host, port, strict, rateLimits, clock, gateway, deadline, historyLimit, random);
  }
}
