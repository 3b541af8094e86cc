package dev.gatehouse.llm.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchTest {
  private final List<String> worked = new ArrayList<>();

  @Test
  void a_failure_stops_its_own_group_only() {
    List<SqsRecord> messages =
        List.of(record("a1", "a"), record("b1", "b"), record("a2", "a"), record("b2", "b"));

    List<String> failed = Batch.run(messages, m -> work(m, "a1"));

    assertThat(failed).containsExactly("a1", "a2");
    assertThat(worked).containsExactly("a1", "b1", "b2");
  }

  @Test
  void what_came_before_a_failure_in_its_group_is_done() {
    List<SqsRecord> messages = List.of(record("a1", "a"), record("a2", "a"), record("a3", "a"));

    assertThat(Batch.run(messages, m -> work(m, "a2"))).containsExactly("a2", "a3");
  }

  @Test
  void outside_a_fifo_queue_each_message_stands_for_itself() {
    List<SqsRecord> messages = List.of(record("1", ""), record("2", ""));

    assertThat(Batch.run(messages, m -> work(m, "1"))).containsExactly("1");
  }

  @Test
  void reads_the_event_that_lambda_sends() throws IOException {
    String event =
        """
        {"Records":[{"messageId":"m1","receiptHandle":"r","body":"{\\"v\\":1}",
          "attributes":{"ApproximateReceiveCount":"2","SentTimestamp":"1","SequenceNumber":"3",
            "MessageGroupId":"discord:100","MessageDeduplicationId":"turn-1","SenderId":"x"},
          "messageAttributes":{"k":{"stringValue":"v","dataType":"String"}},"md5OfBody":"x",
          "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:1:turns.fifo",
          "awsRegion":"eu-west-1"}]}
        """;

    assertThat(SqsEventReader.read(in(event)))
        .containsExactly(new SqsRecord("m1", "discord:100", 2, "{\"v\":1}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"Records\":{}}",
        "{\"Records\":[1]}",
        "{\"Records\":[{}]}",
        "{\"Records\":[{\"messageId\":"
      })
  void refuses_what_is_no_event_of_sqs(String event) {
    assertThatThrownBy(() -> SqsEventReader.read(in(event))).isInstanceOf(IOException.class);
  }

  @Test
  void writes_the_failures_as_lambda_wants_them() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    BatchResponse.write(List.of("m1", "m2"), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
  }

  private boolean work(SqsRecord message, String fails) {
    worked.add(message.messageId());
    return !message.messageId().equals(fails);
  }

  private static SqsRecord record(String id, String group) {
    return new SqsRecord(id, group, 1, "");
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
