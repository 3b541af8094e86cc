package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatehouse.contracts.InvalidFieldException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

final class SqsEventFuzzTest {
  @FuzzTest
  void anEventIsReadOrWhatIsWrongIsNamed(byte[] event) {
    try {
      assertThat(SqsEvent.read(new ByteArrayInputStream(event))).isNotNull();
    } catch (InvalidFieldException e) {
      assertThat(e).message().isNotBlank();
    } catch (IOException e) {
      assertThat(e).as("not JSON").isNotNull();
    }
  }
}
