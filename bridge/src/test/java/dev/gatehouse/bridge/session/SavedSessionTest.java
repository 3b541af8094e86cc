package dev.gatehouse.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedSessionTest {
  /**
   * Whatever a server calls a session, its events have ids that SQS takes and that no other has.
   */
  @ParameterizedTest
  @CsvSource({
    "a1b2, 0, a1b2",
    "a1b2, 1000, a1b2.rs",
    "a1b2, 1001, a1b2.rt",
    "'{a\"b}', 1000, '{a\"b}.rs'",
    "a b, 1000, .rs",
    "größe, 1000, .rs",
    "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg, 1000, .rs"
  })
  void namesASessionOnTheQueue(String id, long begun, String name) {
    String named =
        new SavedSession(id, "", 7, Instant.ofEpochMilli(begun), 0, Instant.EPOCH).name();

    assertThat(named).endsWith(name.substring(name.indexOf('.') < 0 ? 0 : name.indexOf('.')));
    assertThat(named).matches("[!-~]{1,80}");
    assertThat(named.startsWith(id)).isEqualTo(id.matches("[!-~]{1,64}"));
  }
}
