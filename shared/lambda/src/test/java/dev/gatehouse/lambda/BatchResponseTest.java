package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BatchResponseTest {
  @Test
  void namesEachRecordThatFailed() throws IOException {
    assertThat(written("m1", "m2"))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
  }

  @Test
  void isEmptyWhenAllWentWell() throws IOException {
    assertThat(written()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  private static String written(String... messageIds) throws IOException {
    List<SqsRecord> failed =
        Stream.of(messageIds).map(id -> new SqsRecord(id, "group", "receipt", 1, "body")).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BatchResponse.write(failed, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
