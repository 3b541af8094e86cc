package dev.gatehouse.simulator.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import dev.gatehouse.simulator.page.Rest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A simulator in which a person speaks and waits for a client's answer. */
final class ClientFixture implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Simulator simulator = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()));
  private final Rest control = Rest.control(url());

  String url() {
    return "http://127.0.0.1:" + simulator.port();
  }

  /** Waits until a bot is on the gateway. */
  void awaitBot() {
    await(
        "a connected application",
        () -> application().filter(one -> one.path("connected").asBoolean()));
  }

  /** Waits until the bot has registered a command. */
  void awaitCommand(String name) {
    await(
        "the command " + name,
        () ->
            application()
                .filter(one -> one.path("commands").findValuesAsText("name").contains(name)));
  }

  private Optional<JsonNode> application() {
    return Optional.ofNullable(control.get("/state").path("applications").get(0));
  }

  /** A person says something in #general. */
  JsonNode says(String content) {
    var message = JSON.createObjectNode().put("user_id", person()).put("content", content);
    return control.call("POST", messages(), message.toString());
  }

  /** A person uses a command in #general. */
  JsonNode uses(String command, String option, String value) {
    var invocation =
        JSON.createObjectNode()
            .put("user_id", person())
            .put("channel_id", general())
            .put("name", command);
    invocation.putObject("options").put(option, value);
    return control.call("POST", "/commands", invocation.toString());
  }

  /** Waits for a bot's message with this text. */
  JsonNode awaitAnswer(String content) {
    return await("the answer \"" + content + "\"", () -> answer(content));
  }

  private Optional<JsonNode> answer(String content) {
    for (var message : control.get(messages() + "?user_id=" + person())) {
      if (message.path("content").asText().equals(content)
          && message.at("/author/bot").asBoolean()) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  private static <T> T await(String what, Supplier<Optional<T>> condition) {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      var found = condition.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError(what + " did not come within " + PATIENCE);
  }

  private String messages() {
    return "/channels/" + general() + "/messages";
  }

  private String general() {
    return control.get("/state").at("/guilds/0/channels/0/id").asText();
  }

  private String person() {
    return control.get("/state").at("/users/0/id").asText();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
