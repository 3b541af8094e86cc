package dev.gatehouse.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.simulator.gateway.GatewaySettings;
import dev.gatehouse.simulator.json.Json;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A running simulator with a clock that stands still, and who is in it. */
public final class SimulatorFixture implements AutoCloseable {
  /** A token that nobody has seen before. */
  public static final String TOKEN = "lab-token";

  private final TestClock clock = new TestClock();
  private final Simulator simulator;

  private SimulatorFixture(UnaryOperator<SimulatorConfig> change) {
    SimulatorConfig config =
        SimulatorConfig.standard(clock)
            .withRateLimits(false)
            .withGateway(GatewaySettings.standard().withIdentify(Duration.ZERO, 1, 1_000));
    this.simulator = Simulator.start(change.apply(config));
  }

  /** A simulator without rate limits. */
  public static SimulatorFixture open() {
    return new SimulatorFixture(config -> config);
  }

  /** A simulator that is set up otherwise. */
  public static SimulatorFixture open(UnaryOperator<SimulatorConfig> change) {
    return new SimulatorFixture(change);
  }

  /** The simulator. */
  public Simulator simulator() {
    return simulator;
  }

  /** Its clock. */
  public TestClock clock() {
    return clock;
  }

  /** REST with the lab's token. */
  public Http rest() {
    return rest(TOKEN);
  }

  /** REST with some token. */
  public Http rest(String token) {
    return new Http(simulator.apiUrl(), token.isEmpty() ? "" : "Bot " + token);
  }

  /** What the page calls. */
  public Http control() {
    return new Http(simulator.url() + "/control", "");
  }

  /** A connection to the gateway. */
  public GatewayClient gateway() {
    return GatewayClient.connect(gatewayUrl());
  }

  /** Where the gateway is. */
  public String gatewayUrl() {
    return rest().get("/gateway").json().path("url").asText();
  }

  /** The id of a text channel by its name. */
  public String channel(String name) {
    for (JsonNode channel : guild().path("channels")) {
      if (channel.path("name").asText().equals(name)) {
        return channel.path("id").asText();
      }
    }
    throw new AssertionError("no channel " + name);
  }

  /** The default guild. */
  public JsonNode guild() {
    return state().path("guilds").path(0);
  }

  /** A person's id. */
  public String person(String username) {
    for (JsonNode user : state().path("users")) {
      if (user.path("username").asText().equals(username)) {
        return user.path("id").asText();
      }
    }
    throw new AssertionError("no user " + username);
  }

  /** The only application's id. */
  public String application() {
    rest().get("/users/@me");
    return state().path("applications").path(0).path("id").asText();
  }

  /** Everything. */
  public JsonNode state() {
    return control().get("/state").json();
  }

  /** A person says something in a channel. */
  public JsonNode say(String username, String channelId, String content) {
    var body = Json.object().put("user_id", person(username)).put("content", content);
    return control().send("POST", "/channels/" + channelId + "/messages", body).json();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
