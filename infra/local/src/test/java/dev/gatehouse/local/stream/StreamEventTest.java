package dev.gatehouse.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

final class StreamEventTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void isWhatLambdaHandsToAFunction() throws Exception {
    Map<String, AttributeValue> item =
        Map.ofEntries(
            Map.entry("s", AttributeValue.fromS("text")),
            Map.entry("n", AttributeValue.fromN("1.5")),
            Map.entry("b", AttributeValue.fromB(SdkBytes.fromUtf8String("x"))),
            Map.entry("bool", AttributeValue.fromBool(true)),
            Map.entry("nul", AttributeValue.fromNul(true)),
            Map.entry("ss", AttributeValue.fromSs(List.of("a", "b"))),
            Map.entry("ns", AttributeValue.fromNs(List.of("1"))),
            Map.entry("bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x")))),
            Map.entry("l", AttributeValue.fromL(List.of(AttributeValue.fromS("leaf")))),
            Map.entry("m", AttributeValue.fromM(Map.of("k", AttributeValue.fromN("2")))));
    Record change =
        Record.builder()
            .eventID("id")
            .eventName(OperationType.INSERT)
            .eventVersion("1.1")
            .eventSource("aws:dynamodb")
            .dynamodb(record ->
                record
                    .approximateCreationDateTime(Instant.ofEpochSecond(7))
                    .keys(Map.of("pk", AttributeValue.fromS("p")))
                    .newImage(item)
                    .sequenceNumber("3")
                    .sizeBytes(9L)
                    .streamViewType(StreamViewType.NEW_IMAGE))
            .build();

    assertThat(JSON.readTree(StreamEvent.toJson(List.of(change), "arn")))
        .isEqualTo(
            JSON.readTree(
                """
                {"Records": [{
                  "eventID": "id", "eventName": "INSERT", "eventVersion": "1.1",
                  "eventSource": "aws:dynamodb", "awsRegion": "us-east-1", "eventSourceARN": "arn",
                  "dynamodb": {
                    "ApproximateCreationDateTime": 7,
                    "Keys": {"pk": {"S": "p"}},
                    "NewImage": {
                      "s": {"S": "text"}, "n": {"N": "1.5"}, "b": {"B": "eA=="},
                      "bool": {"BOOL": true}, "nul": {"NULL": true}, "ss": {"SS": ["a", "b"]},
                      "ns": {"NS": ["1"]}, "bs": {"BS": ["eA=="]}, "l": {"L": [{"S": "leaf"}]},
                      "m": {"M": {"k": {"N": "2"}}}},
                    "SequenceNumber": "3", "SizeBytes": 9, "StreamViewType": "NEW_IMAGE"}}]}
                """));
  }
}
