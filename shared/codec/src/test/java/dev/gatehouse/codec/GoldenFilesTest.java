package dev.gatehouse.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.QueueMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages that are on a queue while a new release starts were written by the old one: a change of
 * the wire format must be a decision, so it breaks these.
 */
class GoldenFilesTest {
  @TestFactory
  Stream<DynamicTest> aMessageIsWrittenAsItsGoldenFile() {
    return tests(
        (name, message) -> assertThat(MessageCodec.encode(message)).isEqualTo(golden(name)));
  }

  @TestFactory
  Stream<DynamicTest> aGoldenFileIsReadAsItsMessage() {
    return tests(
        (name, message) -> assertThat(MessageCodec.decode(golden(name))).isEqualTo(message));
  }

  /** Interactions and commands of an older release do not say their platform: it was the first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "interaction-received",
        "update-presence",
        "request-members",
        "update-voice-state"
      })
  void aMessageFromBeforePlatformsIsOfTheFirst(String name) throws IOException {
    assertThat(MessageCodec.decode(golden(name + "-without-platform")))
        .isEqualTo(Samples.all().get(name));
  }

  private static Stream<DynamicTest> tests(Expectation expectation) {
    return Samples.all().entrySet().stream().map(sample -> test(sample, expectation));
  }

  private static DynamicTest test(Map.Entry<String, QueueMessage> sample, Expectation expectation) {
    return DynamicTest.dynamicTest(
        sample.getKey(), () -> expectation.check(sample.getKey(), sample.getValue()));
  }

  private static String golden(String name) throws IOException {
    try (InputStream file =
        GoldenFilesTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(file).as("no golden file for " + name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private interface Expectation {
    void check(String name, QueueMessage message) throws IOException;
  }
}
