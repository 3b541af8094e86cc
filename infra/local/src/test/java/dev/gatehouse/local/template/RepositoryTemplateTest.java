package dev.gatehouse.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.local.Repository;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the local stack makes of the template that is deployed, and the template's own rules. */
final class RepositoryTemplateTest {
  private static final Endpoints ENDPOINTS =
      new Endpoints(URI.create("http://sqs:1"), URI.create("http://dynamodb:2"));
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "DiscordApplicationId", "1100000000000000001",
          "DiscordPublicKey", "ab",
          "DiscordToken", "t");

  private final ResolvedTemplate blueprint = blueprint(PARAMETERS);

  @Test
  void eachFunctionHasItsTrigger() {
    assertEquals(
        List.of(new Trigger.HttpRoute("POST", "/discord/interactions")),
        function("InteractionsFunction").triggers());
    assertEquals(
        List.of(new Trigger.QueueMapping(blueprint.queue("EventsQueue").arn(), 1, 20, true)),
        function("ConversationFunction").triggers());
    assertEquals(
        List.of(new Trigger.QueueMapping(blueprint.queue("TurnsQueue").arn(), 1, 10, true)),
        function("LlmFunction").triggers());
  }

  @Test
  void namesResolveToTheEmulators() {
    Map<String, String> environment = function("ConversationFunction").environment();

    assertEquals(
        "http://sqs:1/000000000000/gatehouse-turns.fifo", environment.get("TURNS_QUEUE_URL"));
    assertEquals("gatehouse-conversations", environment.get("CONVERSATIONS_TABLE"));
    assertEquals("1100000000000000001", environment.get("DISCORD_CLIENT_ID"));
    assertEquals(
        "http://sqs:1/000000000000/gatehouse-events.fifo", blueprint.output("EventsQueueUrl"));
    assertEquals("gatehouse-bridge-state", blueprint.output("StateTable"));
  }

  @Test
  void whatStandsUnderAConditionComesAndGoesWithIt() {
    ResolvedTemplate keyed =
        blueprint(
            Map.of(
                "DiscordApplicationId",
                "1",
                "DiscordPublicKey",
                "ab",
                "DiscordToken",
                "t",
                "LlmApiKey",
                "k",
                "LlmProvider",
                "openai"));

    assertFalse(function("LlmFunction").environment().containsKey("LLM_API_KEY_SECRET"));
    assertEquals(1, blueprint.secrets().size());
    assertEquals(2, keyed.secrets().size());
    assertTrue(keyed.functions().get(2).environment().containsKey("LLM_API_KEY_SECRET"));
  }

  @Test
  void aParameterThatIsNotGivenIsNamed() {
    TemplateException missing =
        assertThrows(TemplateException.class, () -> blueprint(Map.of()).functions());

    assertTrue(String.valueOf(missing.getMessage()).contains("parameter Discord"));
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
  @Test
  void aMessageStaysInvisibleSixTimesAsLongAsItsFunctionMayRun() {
    for (FunctionSpec function : blueprint.functions()) {
      for (QueueSpec queue : sources(function)) {
        Duration visibility =
            Duration.ofSeconds(
                Long.parseLong(queue.attributes().getOrDefault("VisibilityTimeout", "30")));
        assertTrue(visibility.compareTo(function.timeout().multipliedBy(6)) >= 0, queue.name());
      }
    }
  }

  @Test
  void everyQueueIsFifoAndEndsInAFifoDeadLetterQueue() {
    List<String> arns = blueprint.queues().stream().map(QueueSpec::arn).toList();
    for (QueueSpec queue : blueprint.queues()) {
      assertEquals("true", queue.attributes().get("FifoQueue"), queue.name());
      assertTrue(queue.name().endsWith(".fifo"), queue.name());
      boolean deadLetters = queue.name().endsWith("-dead.fifo");
      assertEquals(deadLetters, queue.redrive().isEmpty(), queue.name());
      queue.redrive().ifPresent(redrive -> assertTrue(arns.contains(redrive.deadLetterArn())));
    }
  }

  @Test
  void everyTableForgetsWhatHasEnded() {
    blueprint
        .tables()
        .forEach(table -> assertEquals("ttl", table.ttlAttribute().orElse(""), table.name()));
    assertEquals(2, blueprint.tables().size());
  }

  private List<QueueSpec> sources(FunctionSpec function) {
    return function.triggers().stream()
        .filter(Trigger.QueueMapping.class::isInstance)
        .map(trigger -> ((Trigger.QueueMapping) trigger).queueArn())
        .flatMap(arn -> blueprint.queues().stream().filter(q -> q.arn().equals(arn)))
        .toList();
  }

  private FunctionSpec function(String id) {
    return blueprint.functions().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private static ResolvedTemplate blueprint(Map<String, String> parameters) {
    try {
      return ResolvedTemplate.of(
          Template.read(Repository.file("template.yaml")), parameters, ENDPOINTS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
