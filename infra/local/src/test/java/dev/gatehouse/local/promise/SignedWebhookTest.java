package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.interactions.InteractionsHandler;
import dev.gatehouse.local.cloud.FunctionEnvironment;
import dev.gatehouse.local.emulator.LocalSqs;
import dev.gatehouse.local.event.TestKey;
import dev.gatehouse.local.template.Endpoints;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Promises 4 and 7 where Discord meets them: signed requests, and a queue that nobody reads. */
final class SignedWebhookTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEFERRED = 5;

  private LocalSqs server;
  private AwsClients clients;
  private String queue;
  private SignedCaller caller;

  @BeforeEach
  void start() throws Exception {
    server = LocalSqs.start(0);
    Map<String, String> environment =
        new HashMap<>(
            FunctionEnvironment.emulators(new Endpoints(server.address(), server.address())));
    clients = AwsClients.of(Settings.of(environment));
    queue =
        clients
            .sqs()
            .createQueue(create ->
                create.queueName("events.fifo").attributesWithStrings(Map.of("FifoQueue", "true")))
            .queueUrl();
    environment.put("DISCORD_PUBLIC_KEY", TestKey.PUBLIC_KEY);
    environment.put("EVENTS_QUEUE_URL", queue);
    caller = new SignedCaller(new InteractionsHandler(environment));
  }

  @AfterEach
  void stop() throws Exception {
    clients.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"type\":2,\"id\":\"1   | body: is not JSON",
        "[]                       | body: must be a JSON object",
        "{}                       | type: is missing",
        "{\"type\":99}            | type: 99 is unknown",
        "{\"type\":2}             | id: is missing",
        "{\"type\":2,\"id\":\"1\"} | application_id: is missing"
      })
  void whatIsWrongIsNamedAndNothingIsQueued(String body, String reason) throws Exception {
    JsonNode answer = caller.post(body);

    assertThat(answer.path("statusCode").asInt()).as(answer::toString).isEqualTo(400);
    assertThat(answer.path("body").asText().contains(reason)).as(answer::toString).isTrue();
    assertThat(queued()).isEqualTo(0);
  }

  @Test
  void aCommandIsDeferredOnceItIsDurableHoweverLongTheWorkTakes() throws Exception {
    JsonNode answer =
        caller.post(
            "{\"type\":2,\"id\":\"1\",\"application_id\":\"2\",\"token\":\"t\",\"channel_id\":\"3\"}");

    assertThat(JSON.readTree(answer.path("body").asText()).path("type").asInt())
        .isEqualTo(DEFERRED);
    assertThat(queued()).isEqualTo(1);
  }

  private int queued() {
    QueueAttributeName count = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return Integer.parseInt(
        clients
            .sqs()
            .getQueueAttributes(get -> get.queueUrl(queue).attributeNames(count))
            .attributes()
            .get(count));
  }
}
