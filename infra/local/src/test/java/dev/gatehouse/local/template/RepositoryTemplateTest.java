package dev.gatehouse.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cloud.queue.MessageLife;
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
    assertThat(function("InteractionsFunction").triggers())
        .isEqualTo(List.of(new Trigger.HttpRoute("POST", "/discord/interactions")));
    assertThat(function("ConversationFunction").triggers())
        .isEqualTo(
            List.of(new Trigger.QueueMapping(blueprint.queue("EventsQueue").arn(), 10, 20, true)));
    assertThat(function("LlmFunction").triggers())
        .isEqualTo(
            List.of(new Trigger.QueueMapping(blueprint.queue("TurnsQueue").arn(), 1, 10, true)));
  }

  @Test
  void namesResolveToTheEmulators() {
    Map<String, String> environment = function("ConversationFunction").environment();

    assertThat(environment.get("TURNS_QUEUE_URL"))
        .isEqualTo("http://sqs:1/000000000000/gatehouse-turns.fifo");
    assertThat(environment.get("CONVERSATIONS_TABLE")).isEqualTo("gatehouse-conversations");
    assertThat(environment.get("DISCORD_CLIENT_ID")).isEqualTo("1100000000000000001");
    assertThat(blueprint.output("EventsQueueUrl"))
        .isEqualTo("http://sqs:1/000000000000/gatehouse-events.fifo");
    assertThat(blueprint.output("StateTable")).isEqualTo("gatehouse-bridge-state");
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

    assertThat(function("LlmFunction").environment().containsKey("LLM_API_KEY_SECRET")).isFalse();
    assertThat(blueprint.secrets().size()).isEqualTo(1);
    assertThat(keyed.secrets().size()).isEqualTo(2);
    assertThat(keyed.functions().get(2).environment().containsKey("LLM_API_KEY_SECRET")).isTrue();
  }

  @Test
  void aParameterThatIsNotGivenIsNamed() {
    TemplateException missing =
        assertThatExceptionOfType(TemplateException.class)
            .isThrownBy(() -> blueprint(Map.of()).functions())
            .actual();

    assertThat(String.valueOf(missing.getMessage()).contains("parameter Discord")).isTrue();
  }

  /** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
  @Test
  void aMessageStaysInvisibleSixTimesAsLongAsItsFunctionMayRun() {
    for (FunctionSpec function : blueprint.functions()) {
      for (QueueSpec queue : sources(function)) {
        Duration visibility =
            Duration.ofSeconds(
                Long.parseLong(queue.attributes().getOrDefault("VisibilityTimeout", "30")));
        assertThat(visibility.compareTo(function.timeout().multipliedBy(6)) >= 0)
            .as(queue.name())
            .isTrue();
      }
    }
  }

  @Test
  void everyQueueIsFifoAndEndsInAFifoDeadLetterQueue() {
    List<String> arns = blueprint.queues().stream().map(QueueSpec::arn).toList();
    for (QueueSpec queue : blueprint.queues()) {
      assertThat(queue.attributes().get("FifoQueue")).as(queue.name()).isEqualTo("true");
      assertThat(queue.name()).endsWith(".fifo");
      boolean deadLetters = queue.name().endsWith("-dead.fifo");
      assertThat(queue.redrive().isEmpty()).as(queue.name()).isEqualTo(deadLetters);
      queue
          .redrive()
          .ifPresent(redrive -> assertThat(arns.contains(redrive.deadLetterArn())).isTrue());
    }
  }

  @Test
  void noMessageOutlivesWhatBelongsToIt() {
    for (QueueSpec queue : blueprint.queues()) {
      queue
          .redrive()
          .ifPresent(redrive -> {
            QueueSpec dead =
                blueprint.queues().stream()
                    .filter(other -> other.arn().equals(redrive.deadLetterArn()))
                    .findFirst()
                    .orElseThrow();
            assertThat(kept(queue).plus(kept(dead)))
                .as(queue.name())
                .isLessThan(MessageLife.OUTLIVED);
          });
    }
  }

  @Test
  void everyTableForgetsWhatHasEnded() {
    blueprint
        .tables()
        .forEach(
            table -> assertThat(table.ttlAttribute().orElse("")).as(table.name()).isEqualTo("ttl"));
    assertThat(blueprint.tables().size()).isEqualTo(2);
  }

  private static Duration kept(QueueSpec queue) {
    return Duration.ofSeconds(
        Long.parseLong(queue.attributes().getOrDefault("MessageRetentionPeriod", "missing")));
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
