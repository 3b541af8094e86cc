package dev.gatehouse.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.QueueMessage;
import java.nio.charset.StandardCharsets;

final class MessageCodecFuzzTest {
  @FuzzTest
  void aBodyIsAMessageOrTheFieldThatIsWrongIsNamed(byte[] body) {
    QueueMessage message;
    try {
      message = MessageCodec.decode(new String(body, StandardCharsets.UTF_8));
    } catch (InvalidFieldException e) {
      assertThat(e).hasMessageNotContaining("null").message().isNotBlank();
      return;
    }
    assertThat(MessageCodec.decode(MessageCodec.encode(message))).isEqualTo(message);
  }
}
