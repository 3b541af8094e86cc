package dev.gatehouse.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A simulator with one bot, and the page open in a browser as Ada sees it. */
final class ChatRoom implements AutoCloseable {

  static final String COMPOSER = "[data-testid=composer]";
  static final String CONTENT = "[data-testid=content]";

  private static final String TOKEN = "page.test.token";

  final Simulator simulator;
  final Browser browser;
  final Rest bot;
  final Rest control;
  private @Nullable WebhookApplication webhook;

  private ChatRoom(Simulator simulator, Browser browser) {
    this.simulator = simulator;
    this.browser = browser;
    this.bot = Rest.bot(url(simulator), TOKEN);
    this.control = Rest.control(url(simulator));
  }

  /** Starts the simulator, lets the bot join and opens the page. */
  static ChatRoom open(Browser browser) {
    var room = joined(browser);
    room.openPage();
    return room;
  }

  /** The same with commands, and a webhook that answers all interactions. */
  static ChatRoom open(Browser browser, String commands, Function<JsonNode, String> answer) {
    var room = joined(browser);
    var application = room.application();
    var path = "/applications/" + application.path("id").asText();
    room.bot.call("PUT", path + "/commands", commands);
    var webhook = WebhookApplication.start(application.path("public_key").asText(), answer);
    room.webhook = webhook;
    var endpoint = Rest.JSON.createObjectNode().put("interactions_endpoint_url", webhook.url());
    room.control.call("PATCH", path, endpoint.toString());
    room.openPage();
    return room;
  }

  /** The first call with an unseen token makes the application. */
  private static ChatRoom joined(Browser browser) {
    var config = SimulatorConfig.standard(Clock.systemUTC()).withRateLimits(false);
    var room = new ChatRoom(Simulator.start(config), browser);
    room.bot.get("/users/@me");
    return room;
  }

  /** Loads the page anew. */
  void openPage() {
    browser.open(url(simulator) + "/");
    browser.await("[data-testid=shell][data-link=open] " + COMPOSER);
  }

  private static String url(Simulator simulator) {
    return "http://127.0.0.1:" + simulator.port();
  }

  JsonNode application() {
    return control.get("/state").path("applications").path(0);
  }

  String applicationId() {
    return application().path("id").asText();
  }

  /** The id of a channel of the first guild. */
  String channel(String name) {
    return named(control.get("/state").path("guilds").path(0).path("channels"), "name", name);
  }

  /** The id of a person. */
  String person(String username) {
    return named(control.get("/state").path("users"), "username", username);
  }

  private static String named(JsonNode list, String field, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.path(field).asText().equals(value))
        .map(one -> one.path("id").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + field + " " + value + " in " + list));
  }

  /** The bot posts a message to #general; returns it. */
  JsonNode botSays(String json) {
    return bot.call("POST", "/channels/" + channel("general") + "/messages", json);
  }

  /** A message body with this text. */
  static String content(String text) {
    return Rest.JSON.createObjectNode().put("content", text).toString();
  }

  /** The newest message of #general, as the simulator has it. */
  JsonNode newest() {
    var messages =
        control.get("/channels/" + channel("general") + "/messages?user_id=" + person("ada"));
    return messages.path(messages.size() - 1);
  }

  /** Sets the first response of an interaction, as its worker does. */
  void respond(JsonNode interaction, ObjectNode message) {
    bot.call(
        "PATCH",
        "/webhooks/"
            + interaction.path("application_id").asText()
            + "/"
            + interaction.path("token").asText()
            + "/messages/@original",
        message.toString());
  }

  void screenshot(String name) {
    browser.screenshot(Path.of("target", "screenshots", name + ".png"));
  }

  @Override
  public void close() {
    browser.open("about:blank");
    if (webhook != null) {
      webhook.close();
    }
    simulator.close();
  }
}
