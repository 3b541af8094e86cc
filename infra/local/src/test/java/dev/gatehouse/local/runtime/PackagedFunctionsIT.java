package dev.gatehouse.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.local.Repository;
import dev.gatehouse.local.cloud.Emulators;
import dev.gatehouse.local.cloud.FunctionEnvironment;
import dev.gatehouse.local.event.SignedEvent;
import dev.gatehouse.local.event.TestKey;
import dev.gatehouse.local.template.FunctionSpec;
import dev.gatehouse.local.template.ResolvedTemplate;
import dev.gatehouse.local.template.Template;
import dev.gatehouse.simulator.SimulatedApplication;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars that are deployed, under the runtime client that runs them in the cloud. */
final class PackagedFunctionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The application, and so the bot, of the stored events. */
  private static final String APPLICATION = "1100000000000000001";

  private static final List<String> HEAVY =
      List.of(
          " software.amazon.",
          " io.micronaut.",
          " org.springframework.",
          " com.google.inject.",
          " com.fasterxml.jackson.databind.",
          " io.netty.",
          " org.slf4j.",
          " ch.qos.logback.",
          " java.net.http.",
          " jdk.internal.net.http.");

  private static Emulators emulators;
  private static SimulatedApplication application;
  private static Simulator simulator;
  private static ResolvedTemplate blueprint;

  @BeforeAll
  static void start() throws Exception {
    emulators = Emulators.start(0, 0);
    simulator = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()));
    application = simulator.register("gatehouse", "a-token");
    Map<String, String> parameters =
        Map.of(
            "DiscordApplicationId",
            "1100000000000000001",
            "DiscordPublicKey",
            TestKey.PUBLIC_KEY,
            "DiscordToken",
            "a-token",
            "DiscordApiUrl",
            simulator.apiUrl());
    blueprint =
        ResolvedTemplate.of(
            Template.read(Repository.file("template.yaml")), parameters, emulators.endpoints());
    emulators.provision(blueprint);
  }

  @AfterAll
  static void stop() throws Exception {
    simulator.close();
    emulators.close();
  }

  @Test
  void interactionsAnswersPingAndQueuesACommand() throws Exception {
    try (RuntimeProcess function = start("InteractionsFunction", "interactions")) {
      JsonNode ping = JSON.readTree(function.invoke(fresh("interaction-ping.json")));
      JsonNode help = JSON.readTree(function.invoke(fresh("interaction-help.json")));
      JsonNode stale =
          JSON.readTree(function.invoke(Files.readString(event("interaction-help.json"))));

      assertThat(ping.path("statusCode").asInt()).as(ping::toString).isEqualTo(200);
      assertThat(JSON.readTree(ping.path("body").asText()).path("type").asInt()).isEqualTo(1);
      assertThat(JSON.readTree(help.path("body").asText()).path("type").asInt()).isEqualTo(5);
      assertThat(stale.path("statusCode").asInt()).isEqualTo(401);
      InteractionReceived queued =
          (InteractionReceived) MessageCodec.decode(receive("EventsQueue"));
      assertThat(queued.interactionId()).isEqualTo("1456074443980800021");
    }
  }

  /** What it loads when it is cold decides whether it answers in Discord's three seconds. */
  @Test
  void interactionsLoadsNoneOfTheHeavyLibrariesForACommand(@TempDir Path directory)
      throws Exception {
    Path loaded = directory.resolve("classes.log");
    Map<String, String> environment = environment("InteractionsFunction");
    environment.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded);
    String handler = spec("InteractionsFunction").handler();
    try (RuntimeProcess function =
        RuntimeProcess.start(jar("interactions"), handler, environment)) {
      JsonNode help = JSON.readTree(function.invoke(fresh("interaction-help.json")));

      assertThat(JSON.readTree(help.path("body").asText()).path("type").asInt()).isEqualTo(5);
    }
    List<String> classes = RuntimeProcess.loadedForTheFunction(loaded);
    assertThat(
            classes.stream()
                .anyMatch(line -> line.contains("dev.gatehouse.cloud.sqs.SqsHttpSender ")))
        .isTrue();
    for (String heavy : HEAVY) {
      assertThat(classes.stream().filter(line -> line.contains(heavy)).toList()).isEmpty();
    }
  }

  @Test
  void conversationTurnsAMentionIntoATurn() throws Exception {
    try (RuntimeProcess function = start("ConversationFunction", "conversation")) {
      String event =
          Files.readString(event("sqs-gateway-message.json"))
              .replace(APPLICATION, String.valueOf(application.botUserId()));

      String answer = function.invoke(event);

      assertThat(failures(answer)).as(() -> log(function)).isEqualTo(0);
      TurnRequested turn = (TurnRequested) MessageCodec.decode(receive("TurnsQueue"));
      assertThat(turn.prompt()).contains("why does the build fail");
    }
  }

  @Test
  void llmTakesATurn() throws Exception {
    try (RuntimeProcess function = start("LlmFunction", "llm")) {
      String answer = function.invoke(Files.readString(event("sqs-turn.json")));

      assertThat(failures(answer)).as(() -> log(function)).isEqualTo(0);
      assertThat(log(function).contains("Exception")).as(() -> log(function)).isFalse();
    }
  }

  @Test
  void aMissingSettingStopsTheStartAndIsNamed() throws Exception {
    Path jar = jar("interactions");
    try (RuntimeProcess function =
        RuntimeProcess.start(jar, spec("InteractionsFunction").handler(), Map.of())) {
      Answer answer = function.answer(fresh("interaction-ping.json"));

      String error = assertThat(answer).asInstanceOf(type(Answer.Failure.class)).actual().body();
      assertThat(error.contains("DISCORD_PUBLIC_KEY") || error.contains("EVENTS_QUEUE_URL"))
          .as(error)
          .isTrue();
    }
  }

  private static RuntimeProcess start(String id, String module) throws IOException {
    Path jar = jar(module);
    return RuntimeProcess.start(jar, spec(id).handler(), environment(id));
  }

  private static Map<String, String> environment(String id) {
    FunctionEnvironment local = new FunctionEnvironment(blueprint, emulators.endpoints(), Map.of());
    return new HashMap<>(local.complete(spec(id)).environment());
  }

  private static FunctionSpec spec(String id) {
    return blueprint.functions().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static Path jar(String module) {
    return Repository.jar("functions/" + module + "/target/gatehouse-" + module + ".jar");
  }

  private static Path event(String name) {
    return Repository.file("events/" + name);
  }

  private static String fresh(String name) throws IOException {
    return SignedEvent.of(event(name), Instant.now()).toJson();
  }

  private static int failures(String answer) throws IOException {
    JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
    assertThat(failures.isArray()).as(answer).isTrue();
    return failures.size();
  }

  private static String log(RuntimeProcess function) {
    try {
      return function.log();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String receive(String queue) {
    URI url = URI.create(blueprint.queue(queue).url());
    List<ReceivedMessage> messages =
        emulators.clients().queue(url).receive(10, Duration.ofSeconds(10));
    assertThat(messages.size()).isEqualTo(1);
    return messages.getFirst().body();
  }
}
