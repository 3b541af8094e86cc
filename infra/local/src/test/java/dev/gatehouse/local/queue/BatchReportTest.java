package dev.gatehouse.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchReportTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                                  | ``",
        "{}                                                                  | ``",
        "null                                                                | ``",
        "{\"batchItemFailures\": null}                                       | ``",
        "{\"batchItemFailures\": []}                                         | ``",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"b\"}]}              | b",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"stranger\"}]}       | a b",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}               | a b",
        "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}               | a b",
        "{\"batchItemFailures\": [{\"id\": \"a\"}]}                          | a b",
        "{\"batchItemFailures\": \"a\"}                                      | a b",
        "not json                                                            | a b",
      })
  void reads(String answer, String failed) {
    Set<String> expected =
        Arrays.stream(failed.split(" ")).filter(id -> !id.isEmpty()).collect(Collectors.toSet());

    assertThat(BatchReport.failed(answer.getBytes(StandardCharsets.UTF_8), Set.of("a", "b")))
        .isEqualTo(expected);
  }
}
