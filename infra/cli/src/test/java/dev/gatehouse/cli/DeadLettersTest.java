package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.emulator.LocalSqs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Dead letters in a real queue, as the user of the command line sees them. */
final class DeadLettersTest {
  private static LocalSqs server;
  private static AwsClients clients;
  private static SqsClient sqs;

  private String source;
  private String dead;

  @BeforeAll
  static void start() {
    server = LocalSqs.start(0);
    clients = AwsClients.of(Settings.of(account()));
    sqs = clients.sqs();
  }

  @AfterAll
  static void stop() throws Exception {
    clients.close();
    server.close();
  }

  @BeforeEach
  void createQueues() {
    dead = create("turns-dead.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    String arn =
        sqs.getQueueAttributes(r -> r.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    source =
        create(
            "turns.fifo",
            Map.of(
                QueueAttributeName.FIFO_QUEUE,
                "true",
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":3}"));
  }

  @AfterEach
  void deleteQueues() {
    sqs.deleteQueue(r -> r.queueUrl(source));
    sqs.deleteQueue(r -> r.queueUrl(dead));
  }

  @Test
  void listSaysWhyWithoutTheContentAndLeavesEverythingInPlace() {
    bury("room-1", "one", "{\"v\":1,\"kind\":\"turn_requested\",\"prompt\":\"a private matter\"}");
    bury("room-2", "two", MessageCodec.encode(command()));

    for (int look = 0; look < 2; look++) {
      Output output = run("list");

      assertThat(output.code()).as(output.text()).isEqualTo(0);
      assertThat(output.text()).contains("turns: 2 dead letters");
      assertThat(output.text()).contains("group room-1  malformed");
      assertThat(output.text()).contains("    turn_id: ");
      assertThat(output.text()).contains("kind: 'llm' takes no such message");
      assertThat(output.text()).doesNotContain("a private matter");
    }
  }

  @Test
  void listNamesThePlatformThatIsNotServed() {
    TurnRequested stray =
        new TurnRequested(
            1,
            "m1",
            new ConversationId(new Platform("irc"), "room-1"),
            new ReplyTarget.ChannelReply(null),
            "ada",
            "Ada",
            "a private matter",
            Instant.EPOCH);
    bury("room-1", "one", MessageCodec.encode(stray));

    Output output = run("list");

    assertThat(output.text())
        .contains("platform: this release does not serve irc; it serves [discord]")
        .doesNotContain("a private matter");
  }

  @Test
  void redriveSendsBackInOrderEvenWhatTheQueueRemembers() {
    IntStream.range(0, 25)
        .forEach(i -> {
          String group = "room-" + i % 2;
          // The queue still knows this id: without a new one it would swallow the message.
          send(source, group, "id-" + i, "first");
          bury(group, "id-" + i, "letter " + i);
        });
    drain(source);

    Output output = run("redrive", "--queue", "turns");

    assertThat(output.code()).as(output.text()).isEqualTo(0);
    assertThat(output.text()).contains("turns: 25 dead letters sent back");
    List<Message> back = drain(source);
    assertThat(bodies(back, "room-0")).isEqualTo(letters(0));
    assertThat(bodies(back, "room-1")).isEqualTo(letters(1));
    assertThat(drain(dead)).isEmpty();
  }

  @Test
  void aRunThatWasInterruptedBeforeItsDeletionDoublesNothing() {
    bury("room", "one", "letter");
    Message letter = receive(dead).getFirst();
    send(source, "room", "redrive:" + letter.messageId(), "letter");
    sqs.changeMessageVisibility(
        r -> r.queueUrl(dead).receiptHandle(letter.receiptHandle()).visibilityTimeout(0));

    Output output = run("redrive");

    assertThat(output.code()).as(output.text()).isEqualTo(0);
    assertThat(drain(source).size()).isEqualTo(1);
    assertThat(drain(dead)).isEmpty();
  }

  @Test
  void whatIsMissingOrMisspeltIsNamed() {
    assertThat(run("resend").code()).isEqualTo(2);
    assertThat(run("list", "--queue", "mails").text()).contains("events, turns, commands");
    assertThat(run("list", "--queue", "events").text()).contains("EVENTS_QUEUE_URL");
    Output nothing = run(Map.of(), "list");
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.text()).contains("EVENTS_QUEUE_URL");
  }

  private static List<String> letters(int remainder) {
    return IntStream.range(0, 25)
        .filter(i -> i % 2 == remainder)
        .mapToObj(i -> "letter " + i)
        .toList();
  }

  private static List<String> bodies(List<Message> messages, String group) {
    return messages.stream()
        .filter(m -> m.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID).equals(group))
        .map(Message::body)
        .toList();
  }

  private static GatewayCommand command() {
    return (GatewayCommand)
        MessageCodec.decode(
            "{\"v\":1,\"kind\":\"update_presence\",\"command_id\":\"1\",\"status\":\"idle\",\"activity\":\"a"
                + " private matter\"}");
  }

  private void bury(String group, String id, String body) {
    send(dead, group, id, body);
  }

  private static void send(String queue, String group, String id, String body) {
    sqs.sendMessage(
        r -> r.queueUrl(queue).messageGroupId(group).messageDeduplicationId(id).messageBody(body));
  }

  private static List<Message> drain(String queue) {
    var all = new java.util.ArrayList<Message>();
    for (List<Message> some = receive(queue); !some.isEmpty(); some = receive(queue)) {
      all.addAll(some);
      some.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(queue).receiptHandle(m.receiptHandle())));
    }
    return all;
  }

  private static List<Message> receive(String queue) {
    return sqs.receiveMessage(r ->
            r.queueUrl(queue)
                .maxNumberOfMessages(10)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static String create(String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
  }

  private static Map<String, String> account() {
    return Map.of(
        "AWS_ENDPOINT_URL_SQS", server.address().toString(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local");
  }

  private Output run(String... arguments) {
    return run(Map.of("TURNS_QUEUE_URL", source), arguments);
  }

  private static Output run(Map<String, String> queues, String... arguments) {
    Map<String, String> environment = new HashMap<>(account());
    environment.putAll(queues);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int code =
        DeadLettersMain.run(
            List.of(arguments),
            environment,
            Clock.offset(Clock.systemUTC(), Duration.ofHours(3)),
            new PrintStream(text, true, StandardCharsets.UTF_8));
    return new Output(code, text.toString(StandardCharsets.UTF_8));
  }

  private record Output(int code, String text) {}
}
