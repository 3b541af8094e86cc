package dev.gatehouse.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.interactions.http.MalformedRequestException;

final class EnvelopeReaderFuzzTest {
  private static final JsonFactory JSON = new JsonFactory();

  @FuzzTest
  void aBodyIsAnInteractionOrWhatIsWrongIsSaid(byte[] body) {
    try {
      assertThat(EnvelopeReader.read(body, JSON)).isNotNull();
    } catch (MalformedRequestException e) {
      assertThat(e).message().isNotBlank();
    }
  }
}
