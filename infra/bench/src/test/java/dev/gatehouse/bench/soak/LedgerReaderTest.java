package dev.gatehouse.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LedgerReaderTest {
  private static InputStream ledger(int count) {
    String json =
        """
        {"sessions": [{"session_id": "a", "first_seq": 1, "last_seq": 3}],
         "count": %d,
         "events": [
           {"session_id": "a", "seq": 1, "t": "READY", "channel_id": null, "id": null},
           {"session_id": "a", "seq": 2, "t": "MESSAGE_CREATE", "channel_id": "5", "id": "6"},
           {"session_id": "b", "seq": 2, "t": "MESSAGE_CREATE", "channel_id": "5", "id": "7"}]}
        """;
    return new ByteArrayInputStream(json.formatted(count).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsTheMessages() throws IOException {
    Sequences messages = LedgerReader.messages(ledger(3));

    assertThat(messages.sessions()).isEqualTo(List.of("a", "b"));
    assertThat(messages.count()).isEqualTo(2);
  }

  @Test
  void refusesALedgerThatHasForgottenItsBeginning() {
    IOException error =
        assertThatExceptionOfType(IOException.class)
            .isThrownBy(() -> LedgerReader.messages(ledger(500_003)))
            .actual();

    assertThat(String.valueOf(error.getMessage()).contains("3 of 500003")).isTrue();
  }
}
