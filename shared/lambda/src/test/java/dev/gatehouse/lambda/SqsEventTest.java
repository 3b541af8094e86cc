package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.InvalidFieldException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqsEventTest {
  @Test
  void readsTheEventThatLambdaSends() throws IOException {
    String event =
        """
        {"Records":[{"messageId":"m1","receiptHandle":"r","body":"{\\"v\\":1}",
          "attributes":{"ApproximateReceiveCount":"2","SentTimestamp":"1","SequenceNumber":"3",
            "MessageGroupId":"discord:100","MessageDeduplicationId":"turn-1","SenderId":"x"},
          "messageAttributes":{"k":{"stringValue":"v","dataType":"String"}},"md5OfBody":"x",
          "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:1:turns.fifo",
          "awsRegion":"eu-west-1"}]}
        """;

    assertThat(read(event))
        .containsExactly(new SqsRecord("m1", "discord:100", "r", 2, "{\"v\":1}"));
  }

  @Test
  void recordsKeepTheirOrder() throws IOException {
    String event =
        """
        {"Records":[{"messageId":"2","receiptHandle":"r","body":"b"},
          {"messageId":"1","receiptHandle":"r","body":"a"}],"more":{"a":[1]}}
        """;

    assertThat(read(event)).extracting(SqsRecord::messageId).containsExactly("2", "1");
  }

  @Test
  void outsideAFifoQueueEachRecordIsAGroupOfItsOwn() throws IOException {
    String event =
        """
        {"Records":[{"messageId":"1","receiptHandle":"r1","body":"a",
          "attributes":{"ApproximateReceiveCount":"3"}},
          {"messageId":"2","receiptHandle":"r2","body":"b"}]}
        """;

    assertThat(read(event))
        .containsExactly(
            new SqsRecord("1", "1", "r1", 3, "a"), new SqsRecord("2", "2", "r2", 1, "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "{}",
        "{\"version\":\"2.0\"}",
        "{\"Records\":{}}",
        "{\"Records\":null}",
        "{\"nested\":{\"Records\":[]}}"
      })
  void anEventWithoutRecordsIsRefused(String event) {
    assertThatThrownBy(() -> read(event))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessage("Records: must be an array; this is no SQS event");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | Records[]: must be an object",
        "{} | Records[].messageId: must be a string",
        "{\"messageId\":\"\",\"receiptHandle\":\"r\",\"body\":\"b\"} | messageId: must not be empty",
        "{\"messageId\":\"1\",\"body\":\"b\"} | Records[].receiptHandle: must be a string",
        "{\"messageId\":{\"body\":\"b\"}} | Records[].messageId: must be a string",
        "{\"messageId\":\"1\"} | Records[].body: must be a string",
        "{\"messageId\":\"1\",\"body\":{\"v\":1}} | Records[].body: must be a string",
        "{\"messageId\":\"1\",\"attributes\":[]} | Records[].attributes: must be an object"
      })
  void aRecordThatSqsWouldNotSendIsRefused(String record, String message) {
    assertThatThrownBy(() -> read("{\"Records\":[" + record + "]}"))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"Records\":[", "{\"Records\":[]", "{\"Records\":[{\"messageId\":\"1\""})
  void anEventThatBreaksOffIsRefused(String event) {
    assertThatThrownBy(() -> read(event)).isInstanceOf(IOException.class);
  }

  @Test
  void aRecordShowsNoContent() {
    assertThat(new SqsRecord("m1", "discord:100", "r", 2, "confidential"))
        .hasToString("record m1 of group discord:100, delivery 2");
  }

  private static List<SqsRecord> read(String event) throws IOException {
    return SqsEvent.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
  }
}
