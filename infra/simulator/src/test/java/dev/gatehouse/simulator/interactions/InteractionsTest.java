package dev.gatehouse.simulator.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(sent.path("type").asInt()).isEqualTo(2);
    assertThat(sent.path("application_id").asText()).isEqualTo(application);
    assertThat(sent.at("/member/user/username").asText()).isEqualTo("ada");
    assertThat(sent.at("/data/options/0/value").asText()).isEqualTo("why?");
    assertThat(sent.at("/data/resolved/users/" + grace + "/username").asText()).isEqualTo("grace");
    assertThat(sent.path("context").asInt(-1)).isEqualTo(0);
    assertThat(sent.at("/authorizing_integration_owners/0")).isEqualTo(sent.path("guild_id"));
    assertThat(sent.path("app_permissions").isTextual()).isTrue();
    assertThat(sent.path("entitlements").isArray()).isTrue();
  }

  @Test
  void showsAMessageThatAnswersAtOnce() {
    endpoint.answer(i -> "{\"type\":4,\"data\":{\"content\":\"because\"}}");

    JsonNode met = ask().json();

    assertThat(met.at("/interaction/state").asText()).isEqualTo("done");
    assertThat(met.at("/message/content").asText()).isEqualTo("because");
    assertThat(met.at("/message/type").asInt()).isEqualTo(20);
    assertThat(met.at("/message/interaction_metadata/name").asText()).isEqualTo("ask");
  }

  @Test
  void fillsADeferredAnswerAndFollowsUp() {
    JsonNode met = ask().json();
    JsonNode sent = endpoint.take();

    JsonNode edited =
        rest.send("PATCH", webhook(sent) + "/messages/@original", "{\"content\":\"so\"}").json();
    JsonNode more = rest.post(webhook(sent), "{\"content\":\"and more\"}").json();

    assertThat(met.at("/interaction/state").asText()).isEqualTo("deferred");
    assertThat(met.at("/message/flags").asInt()).isEqualTo(128);
    assertThat(edited.path("id")).isEqualTo(met.at("/message/id"));
    assertThat(edited.path("flags").asInt(-1)).isEqualTo(0);
    assertThat(edited.path("edited_timestamp").isNull()).isTrue();
    assertThat(more.path("content").asText()).isEqualTo("and more");
    assertThat(rest.send("DELETE", webhook(sent) + "/messages/@original", "").status())
        .isEqualTo(204);
    assertThat(rest.get(webhook(sent) + "/messages/@original").json().path("code").asInt())
        .isEqualTo(10008);
  }

  @Test
  void theFirstFollowUpTakesTheDeferredMessagesPlace() {
    JsonNode met = ask().json();

    JsonNode first = rest.post(webhook(endpoint.take()), "{\"content\":\"so\"}").json();

    assertThat(first.path("id")).isEqualTo(met.at("/message/id"));
  }

  @Test
  void aDeferralFixesWhetherTheAnswerIsEphemeral() {
    endpoint.answer(i -> "{\"type\":5,\"data\":{\"flags\":64,\"content\":\"ignored\"}}");
    JsonNode met = ask().json();
    JsonNode sent = endpoint.take();

    rest.send("PATCH", webhook(sent) + "/messages/@original", "{\"content\":\"hush\",\"flags\":0}");

    String path = "/channels/" + lab.channel("general") + "/messages?user_id=";
    assertThat(met.at("/message/flags").asInt()).isEqualTo(192);
    assertThat(lab.control().get(path + lab.person("ada")).json().at("/0/content").asText())
        .isEqualTo("hush");
    assertThat(lab.control().get(path + lab.person("grace")).json().size()).isEqualTo(0);
    assertThat(rest.get("/channels/" + lab.channel("general") + "/messages").json().size())
        .isEqualTo(0);
  }

  @Test
  void aWorkerThatOutrunsTheAcknowledgementMeetsUnknownWebhook() {
    CountDownLatch tried = new CountDownLatch(1);
    endpoint.answer(interaction -> {
      Http.Answer early =
          rest.send("PATCH", webhook(interaction) + "/messages/@original", "{\"content\":\"x\"}");
      assertThat(early.json().path("code").asInt()).isEqualTo(10015);
      tried.countDown();
      return "{\"type\":5}";
    });

    assertThat(ask().json().at("/interaction/state").asText()).isEqualTo("deferred");
    assertThat(tried.getCount()).isEqualTo(0);
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

    assertThat(met.at("/interaction/state").asText()).isEqualTo("failed");
    assertThat(met.at("/interaction/reason").asText()).isEqualTo("The application did not respond");
    Http.Answer late =
        rest.send("PATCH", webhook(endpoint.take()) + "/messages/@original", "{\"content\":\"x\"}");
    assertThat(late.status()).isEqualTo(404);
  }

  @Test
  void refusesATokenAfterFifteenMinutes() {
    ask();
    JsonNode sent = endpoint.take();
    lab.clock().advance(Duration.ofMinutes(16));

    Http.Answer late =
        rest.send("PATCH", webhook(sent) + "/messages/@original", "{\"content\":\"x\"}");

    assertThat(late.status()).isEqualTo(401);
    assertThat(late.json().path("code").asInt()).isEqualTo(50027);
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

    assertThat(ask().json().at("/interaction/state").asText()).isEqualTo("failed");
  }

  @Test
  void suggestsWhileAnOptionIsTyped() {
    endpoint.answer(
        i -> "{\"type\":8,\"data\":{\"choices\":[{\"name\":\"Build\",\"value\":\"b\"}]}}");
    ObjectNode body = Json.object().put("name", "ask").put("focused", "topic");
    body.putObject("options").put("topic", "bu");

    JsonNode choices = control("/autocomplete", body).json().path("choices");

    assertThat(choices.at("/0/name").asText()).isEqualTo("Build");
    JsonNode sent = endpoint.take();
    assertThat(sent.path("type").asInt()).isEqualTo(4);
    assertThat(sent.at("/data/options/0/focused").asBoolean()).isTrue();
  }

  @Test
  void nestsSubcommandsAndTargetsMessages() {
    command("run", "{\"job\":{\"dry\":true}}");
    JsonNode run = endpoint.take();
    String message = lab.say("grace", lab.channel("general"), "odd").path("id").asText();
    control("/commands", Json.object().put("name", "Explain").put("target_id", message));
    JsonNode explain = endpoint.take();

    assertThat(run.at("/data/options/0/name").asText()).isEqualTo("job");
    assertThat(run.at("/data/options/0/options/0/value").asBoolean()).isTrue();
    assertThat(explain.at("/data/resolved/messages/" + message + "/content").asText())
        .isEqualTo("odd");
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

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/field").asText()).isEqualTo("options." + columns[0]);
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

    assertThat(click.at("/interaction/state").asText()).isEqualTo("done");
    assertThat(submitted.at("/message/id").asText()).isEqualTo(message);
    assertThat(submitted.at("/message/content").asText()).isEqualTo("thanks");
    endpoint.take();
    assertThat(endpoint.take().at("/message/id").asText()).isEqualTo(message);
    JsonNode modal = endpoint.take();
    assertThat(modal.at("/data/components/0/component/value").asText()).isEqualTo("curious");
  }

  @Test
  void refusesAnEndpointThatAcceptsABadSignature() {
    try (Endpoint careless = Endpoint.careless(lab.simulator().publicKey(applicationId))) {
      ObjectNode body = Json.object().put("interactions_endpoint_url", careless.url());

      Http.Answer control = lab.control().send("PATCH", "/applications/" + application, body);
      Http.Answer portal = rest.send("PATCH", "/applications/@me", body);

      assertThat(control.status()).isEqualTo(400);
      assertThat(control.json().at("/error/field").asText()).isEqualTo("interactions_endpoint_url");
      assertThat(control.json().at("/error/message").asText()).contains("bad signature");
      assertThat(portal.json().path("code").asInt()).isEqualTo(50035);
      assertThatThrownBy(() ->
              lab.simulator().setInteractionsEndpoint(applicationId, URI.create(careless.url())))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void goesOverTheGatewayWhenThereIsNoEndpoint() {
    lab.simulator().setInteractionsEndpoint(applicationId, null);
    assertThat(ask().json().at("/interaction/state").asText()).isEqualTo("failed");
    try (GatewayClient client = lab.gateway()) {
      client.ready(SimulatorFixture.TOKEN);
      CompletableFuture<JsonNode> met = CompletableFuture.supplyAsync(() -> ask().json());
      JsonNode sent = client.event("INTERACTION_CREATE").path("d");
      String path = "/interactions/" + sent.path("id").asText() + "/" + sent.path("token").asText();

      Http.Answer first =
          rest.post(
              path + "/callback?with_response=true", "{\"type\":4,\"data\":{\"content\":\"hi\"}}");
      Http.Answer again = rest.post(path + "/callback", "{\"type\":5}");

      assertThat(met.join().at("/message/content").asText()).isEqualTo("hi");
      assertThat(first.json().at("/resource/message/content").asText()).isEqualTo("hi");
      assertThat(again.json().path("code").asInt()).isEqualTo(40060);
      assertThat(sent.path("token").asText()).isNotEmpty();
      assertThat(
              rest.post("/interactions/5/x/callback", "{\"type\":5}").json().path("code").asInt())
          .isEqualTo(10062);
    }
  }
}
