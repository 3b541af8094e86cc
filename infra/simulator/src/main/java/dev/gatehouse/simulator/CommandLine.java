package dev.gatehouse.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator is told when it runs by itself.
 *
 * @param token the bot token of an application to register at the start
 * @param endpoint where that application's interactions go
 */
record CommandLine(SimulatorConfig config, Optional<String> token, Optional<URI> endpoint) {
  static final String USAGE =
      """
      usage: simulator [--strict] [--no-rate-limits] [--no-coalescing]
                       [--heartbeat MS] [--endpoint URL]
        --strict          refuse tokens that were not registered, and privileged intents
        --no-rate-limits  count no calls
        --no-coalescing   send each gateway payload in a write of its own
        --heartbeat MS    ask gateway clients for a heartbeat this often; 41250 when unset
        --endpoint URL    send the interactions of DISCORD_TOKEN's application there
      environment: SIMULATOR_PORT (8090; 0 picks a free one), DISCORD_TOKEN (registered at the start)
      """;

  private static final int PORT = 8090;
  private static final int LARGEST_PORT = 65_535;
  private static final int LONGEST_HEARTBEAT = 3_600_000;

  /**
   * Reads arguments and environment.
   *
   * @throws IllegalArgumentException with what is wrong and what would be right
   */
  static CommandLine parse(List<String> arguments, Map<String, String> environment, Clock clock) {
    SimulatorConfig config = SimulatorConfig.standard(clock).withPort(port(environment));
    Optional<String> token = value(environment, "DISCORD_TOKEN");
    CommandLine line = new CommandLine(config, token, Optional.empty());
    Deque<String> left = new ArrayDeque<>(arguments);
    while (!left.isEmpty()) {
      line = line.with(left.removeFirst(), left);
    }
    if (line.endpoint.isPresent() && token.isEmpty()) {
      throw new IllegalArgumentException(
          "--endpoint needs DISCORD_TOKEN: it is that application's endpoint");
    }
    return line;
  }

  private CommandLine with(String option, Deque<String> left) {
    return switch (option) {
      case "--strict" -> new CommandLine(config.withStrict(true), token, endpoint);
      case "--no-rate-limits" -> new CommandLine(config.withRateLimits(false), token, endpoint);
      case "--no-coalescing" ->
          new CommandLine(
              config.withGateway(config.gateway().withCoalesced(false)), token, endpoint);
      case "--heartbeat" ->
          new CommandLine(
              config.withGateway(config.gateway().withHeartbeatInterval(heartbeat(left.poll()))),
              token,
              endpoint);
      case "--endpoint" -> new CommandLine(config, token, Optional.of(url(left.poll())));
      default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
    };
  }

  private static URI url(@Nullable String text) {
    if (text == null || !text.matches("https?://[^/].*")) {
      throw new IllegalArgumentException("--endpoint needs an http or https URL, not " + text);
    }
    return URI.create(text);
  }

  private static Duration heartbeat(@Nullable String text) {
    if (text != null && text.matches("[1-9]\\d{0,6}")) {
      int millis = Integer.parseInt(text);
      if (millis <= LONGEST_HEARTBEAT) {
        return Duration.ofMillis(millis);
      }
    }
    throw new IllegalArgumentException(
        "--heartbeat must be a number of milliseconds from 1 to 3600000, not " + text);
  }

  private static int port(Map<String, String> environment) {
    return value(environment, "SIMULATOR_PORT").map(CommandLine::port).orElse(PORT);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= LARGEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw wrongPort(text);
    }
    throw wrongPort(text);
  }

  private static IllegalArgumentException wrongPort(String text) {
    return new IllegalArgumentException(
        "SIMULATOR_PORT must be a number from 0 to 65535, not " + text);
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  @Override
  public String toString() {
    return "CommandLine[port=" + config.port() + ", endpoint=" + endpoint + "]";
  }
}
