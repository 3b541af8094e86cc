package dev.gatehouse.simulator.interactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.Endpoint;
import dev.gatehouse.simulator.testing.GatewayClient;
import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InteractionsTest {
  private static final String COMMANDS =
      """
      [{"name":"ask","description":"Asks","options":[
         {"type":3,"name":"question","description":"What","required":true},
         {"type":6,"name":"who","description":"Whom"},
         {"type":4,"name":"times","description":"How often","min_value":1,"max_value":3},
         {"type":3,"name":"topic","description":"About","autocomplete":true}]},
       {"name":"run","description":"Runs","options":[
         {"type":1,"name":"job","description":"A job","options":[
           {"type":5,"name":"dry","description":"Dry"}]}]},
       {"name":"Explain","type":3}]
      """;

  private final SimulatorFixture lab =
      SimulatorFixture.open(c -> c.withInteractionDeadline(Duration.ofMillis(1500)));
  private final Http rest = lab.rest();
  private final String application = lab.application();
  private final long applicationId = Long.parseLong(application);
  private final Endpoint endpoint = Endpoint.verifying(lab.simulator().publicKey(applicationId));

  @BeforeEach
  void setUp() {
    rest.send("PUT", "/applications/" + application + "/commands", COMMANDS);
    lab.simulator().setInteractionsEndpoint(applicationId, URI.create(endpoint.url()));
  }

  @AfterEach
  void close() {
    endpoint.close();
    lab.close();
  }

  private Http.Answer control(String path, ObjectNode body) {
    body.put("user_id", lab.person("ada"));
    body.put("channel_id", lab.channel("general"));
    return lab.control().send("POST", path, body);
  }

  private Http.Answer command(String name, String options) {
    ObjectNode body = Json.object().put("name", name);
    body.set(
        "options",
        Json.parse(options.getBytes(java.nio.charset.StandardCharsets.UTF_8)).orElseThrow());
    return control("/commands", body);
  }

  private Http.Answer ask() {
    return command("ask", "{\"question\":\"why?\"}");
  }

  private String webhook(JsonNode interaction) {
    return "/webhooks/" + application + "/" + interaction.path("token").asText();
  }

  @Test
  void postsASignedCommandInDiscordsShape() {
    String grace = lab.person("grace");

    command("ask", "{\"question\":\"why?\",\"who\":\"" + grace + "\",\"times\":2}");

    JsonNode sent = endpoint.take();
    assertEquals(2, sent.path("type").asInt());
    assertEquals(application, sent.path("application_id").asText());
    assertEquals("ada", sent.at("/member/user/username").asText());
    assertEquals("why?", sent.at("/data/options/0/value").asText());
    assertEquals("grace", sent.at("/data/resolved/users/" + grace + "/username").asText());
    assertEquals(0, sent.path("context").asInt(-1));
    assertEquals(sent.path("guild_id"), sent.at("/authorizing_integration_owners/0"));
    assertTrue(sent.path("app_permissions").isTextual());
    assertTrue(sent.path("entitlements").isArray());
  }

  @Test
  void showsAMessageThatAnswersAtOnce() {
    endpoint.answer(i -> "{\"type\":4,\"data\":{\"content\":\"because\"}}");

    JsonNode met = ask().json();

    assertEquals("done", met.at("/interaction/state").asText());
    assertEquals("because", met.at("/message/content").asText());
    assertEquals(20, met.at("/message/type").asInt());
    assertEquals("ask", met.at("/message/interaction_metadata/name").asText());
  }

  @Test
  void fillsADeferredAnswerAndFollowsUp() {
    JsonNode met = ask().json();
    JsonNode sent = endpoint.take();

    JsonNode edited =
        rest.send("PATCH", webhook(sent) + "/messages/@original", "{\"content\":\"so\"}").json();
    JsonNode more = rest.post(webhook(sent), "{\"content\":\"and more\"}").json();

    assertEquals("deferred", met.at("/interaction/state").asText());
    assertEquals(128, met.at("/message/flags").asInt());
    assertEquals(met.at("/message/id"), edited.path("id"));
    assertEquals(0, edited.path("flags").asInt(-1));
    assertTrue(edited.path("edited_timestamp").isNull());
    assertEquals("and more", more.path("content").asText());
    assertEquals(204, rest.send("DELETE", webhook(sent) + "/messages/@original", "").status());
    assertEquals(
        10008, rest.get(webhook(sent) + "/messages/@original").json().path("code").asInt());
  }

  @Test
  void theFirstFollowUpTakesTheDeferredMessagesPlace() {
    JsonNode met = ask().json();

    JsonNode first = rest.post(webhook(endpoint.take()), "{\"content\":\"so\"}").json();

    assertEquals(met.at("/message/id"), first.path("id"));
  }

  @Test
  void aDeferralFixesWhetherTheAnswerIsEphemeral() {
    endpoint.answer(i -> "{\"type\":5,\"data\":{\"flags\":64,\"content\":\"ignored\"}}");
    JsonNode met = ask().json();
    JsonNode sent = endpoint.take();

    rest.send("PATCH", webhook(sent) + "/messages/@original", "{\"content\":\"hush\",\"flags\":0}");

    String path = "/channels/" + lab.channel("general") + "/messages?user_id=";
    assertEquals(192, met.at("/message/flags").asInt());
    assertEquals(
        "hush", lab.control().get(path + lab.person("ada")).json().at("/0/content").asText());
    assertEquals(0, lab.control().get(path + lab.person("grace")).json().size());
    assertEquals(0, rest.get("/channels/" + lab.channel("general") + "/messages").json().size());
  }

  @Test
  void aWorkerThatOutrunsTheAcknowledgementMeetsUnknownWebhook() {
    CountDownLatch tried = new CountDownLatch(1);
    endpoint.answer(interaction -> {
      Http.Answer early =
          rest.send("PATCH", webhook(interaction) + "/messages/@original", "{\"content\":\"x\"}");
      assertEquals(10015, early.json().path("code").asInt());
      tried.countDown();
      return "{\"type\":5}";
    });

    assertEquals("deferred", ask().json().at("/interaction/state").asText());
    assertEquals(0, tried.getCount());
  }

  @Test
  void failsAnApplicationThatMissesTheDeadline() {
    CountDownLatch release = new CountDownLatch(1);
    endpoint.answer(interaction -> {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "{\"type\":5}";
    });

    JsonNode met = ask().json();
    release.countDown();

    assertEquals("failed", met.at("/interaction/state").asText());
    assertEquals("The application did not respond", met.at("/interaction/reason").asText());
    Http.Answer late =
        rest.send("PATCH", webhook(endpoint.take()) + "/messages/@original", "{\"content\":\"x\"}");
    assertEquals(404, late.status());
  }

  @Test
  void refusesATokenAfterFifteenMinutes() {
    ask();
    JsonNode sent = endpoint.take();
    lab.clock().advance(Duration.ofMinutes(16));

    Http.Answer late =
        rest.send("PATCH", webhook(sent) + "/messages/@original", "{\"content\":\"x\"}");

    assertEquals(401, late.status());
    assertEquals(50027, late.json().path("code").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":1}",
        "{\"type\":6}",
        "{\"type\":8,\"data\":{\"choices\":[]}}",
        "{\"type\":4,\"data\":{}}",
        "{\"type\":9,\"data\":{\"custom_id\":\"m\"}}",
        "{\"type\":",
        "{}"
      })
  void failsAnAnswerThatBreaksARule(String answer) {
    endpoint.answer(i -> answer);

    assertEquals("failed", ask().json().at("/interaction/state").asText());
  }

  @Test
  void suggestsWhileAnOptionIsTyped() {
    endpoint.answer(
        i -> "{\"type\":8,\"data\":{\"choices\":[{\"name\":\"Build\",\"value\":\"b\"}]}}");
    ObjectNode body = Json.object().put("name", "ask").put("focused", "topic");
    body.putObject("options").put("topic", "bu");

    JsonNode choices = control("/autocomplete", body).json().path("choices");

    assertEquals("Build", choices.at("/0/name").asText());
    JsonNode sent = endpoint.take();
    assertEquals(4, sent.path("type").asInt());
    assertTrue(sent.at("/data/options/0/focused").asBoolean());
  }

  @Test
  void nestsSubcommandsAndTargetsMessages() {
    command("run", "{\"job\":{\"dry\":true}}");
    JsonNode run = endpoint.take();
    String message = lab.say("grace", lab.channel("general"), "odd").path("id").asText();
    control("/commands", Json.object().put("name", "Explain").put("target_id", message));
    JsonNode explain = endpoint.take();

    assertEquals("job", run.at("/data/options/0/name").asText());
    assertTrue(run.at("/data/options/0/options/0/value").asBoolean());
    assertEquals("odd", explain.at("/data/resolved/messages/" + message + "/content").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "question|{}",
        "question|{\"question\":5}",
        "times|{\"question\":\"a\",\"times\":9}",
        "who|{\"question\":\"a\",\"who\":\"5\"}",
        "nothing|{\"question\":\"a\",\"nothing\":1}"
      })
  void namesTheOptionThatDoesNotFit(String row) {
    String[] columns = row.split("\\|", 2);

    Http.Answer answer = command("ask", columns[1]);

    assertEquals(400, answer.status());
    assertEquals("options." + columns[0], answer.json().at("/error/field").asText());
  }

  @Test
  void carriesAButtonToADialogueAndBack() {
    endpoint.answer(i ->
        switch (i.path("type").asInt()) {
          case 2 ->
              "{\"type\":4,\"data\":{\"content\":\"ok?\",\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"Why\",\"custom_id\":\"why\"}]}]}}";
          case 3 ->
              "{\"type\":9,\"data\":{\"custom_id\":\"reason\",\"title\":\"Reason\",\"components\":[{\"type\":18,\"label\":\"Text\",\"component\":{\"type\":4,\"custom_id\":\"text\",\"style\":1}}]}}";
          default -> "{\"type\":7,\"data\":{\"content\":\"thanks\",\"components\":[]}}";
        });
    String message = ask().json().at("/message/id").asText();

    JsonNode click =
        control("/components", Json.object().put("message_id", message).put("custom_id", "why"))
            .json();
    ObjectNode form = Json.object();
    form.set("interaction_id", click.at("/interaction/id"));
    form.putObject("components").put("text", "curious");
    JsonNode submitted = control("/modals", form).json();

    assertEquals("done", click.at("/interaction/state").asText());
    assertEquals(message, submitted.at("/message/id").asText());
    assertEquals("thanks", submitted.at("/message/content").asText());
    endpoint.take();
    assertEquals(message, endpoint.take().at("/message/id").asText());
    JsonNode modal = endpoint.take();
    assertEquals("curious", modal.at("/data/components/0/component/value").asText());
  }

  @Test
  void refusesAnEndpointThatAcceptsABadSignature() {
    try (Endpoint careless = Endpoint.careless(lab.simulator().publicKey(applicationId))) {
      ObjectNode body = Json.object().put("interactions_endpoint_url", careless.url());

      Http.Answer control = lab.control().send("PATCH", "/applications/" + application, body);
      Http.Answer portal = rest.send("PATCH", "/applications/@me", body);

      assertEquals(400, control.status());
      assertEquals("interactions_endpoint_url", control.json().at("/error/field").asText());
      assertTrue(control.json().at("/error/message").asText().contains("bad signature"));
      assertEquals(50035, portal.json().path("code").asInt());
      assertThrows(
          IllegalArgumentException.class,
          () -> lab.simulator().setInteractionsEndpoint(applicationId, URI.create(careless.url())));
    }
  }

  @Test
  void goesOverTheGatewayWhenThereIsNoEndpoint() {
    lab.simulator().setInteractionsEndpoint(applicationId, null);
    assertEquals("failed", ask().json().at("/interaction/state").asText());
    try (GatewayClient client = lab.gateway()) {
      client.ready(SimulatorFixture.TOKEN);
      CompletableFuture<JsonNode> met = CompletableFuture.supplyAsync(() -> ask().json());
      JsonNode sent = client.event("INTERACTION_CREATE").path("d");
      String path = "/interactions/" + sent.path("id").asText() + "/" + sent.path("token").asText();

      Http.Answer first =
          rest.post(
              path + "/callback?with_response=true", "{\"type\":4,\"data\":{\"content\":\"hi\"}}");
      Http.Answer again = rest.post(path + "/callback", "{\"type\":5}");

      assertEquals("hi", met.join().at("/message/content").asText());
      assertEquals("hi", first.json().at("/resource/message/content").asText());
      assertEquals(40060, again.json().path("code").asInt());
      assertFalse(sent.path("token").asText().isEmpty());
      assertEquals(
          10062,
          rest.post("/interactions/5/x/callback", "{\"type\":5}").json().path("code").asInt());
    }
  }
}
