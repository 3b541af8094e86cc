package dev.gatehouse.interactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;

final class ProxyEventFuzzTest {
  private static final JsonFactory JSON = new JsonFactory();

  @FuzzTest
  void anEventIsReadOrWhatIsWrongIsSaid(byte[] event) throws IOException {
    try {
      assertThat(ProxyEvent.read(new ByteArrayInputStream(event), JSON)).isNotNull();
    } catch (MalformedRequestException e) {
      assertThat(e).message().isNotBlank();
    }
  }
}
