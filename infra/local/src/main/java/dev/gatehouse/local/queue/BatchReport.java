package dev.gatehouse.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which records of a batch failed, as the function's answer says. An answer that says nothing means
 * that all succeeded; one that is malformed or names a record that was not sent fails them all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial
 *     batch responses</a>
 */
public final class BatchReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchReport() {}

  /**
   * @param answer what the function wrote
   * @param sent the identifiers of the whole batch
   * @return the identifiers of the records that are to be tried again
   */
  public static Set<String> failed(byte[] answer, Set<String> sent) {
    if (new String(answer, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
      return Set.of();
    }
    try {
      return read(JSON.readTree(answer), sent);
    } catch (IOException e) {
      return sent;
    }
  }

  private static Set<String> read(JsonNode answer, Set<String> sent) {
    JsonNode failures = answer.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return Set.of();
    }
    Set<String> named =
        failures
            .valueStream()
            .map(item -> item.path("itemIdentifier").asText(""))
            .collect(Collectors.toUnmodifiableSet());
    return failures.isArray() && sent.containsAll(named) ? named : sent;
  }
}
