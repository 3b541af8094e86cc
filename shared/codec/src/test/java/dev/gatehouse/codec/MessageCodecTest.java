package dev.gatehouse.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
  private static final String EVENT = MessageCodec.encode(Samples.all().get("gateway-event"));

  @Test
  void aPayloadIsCarriedToTheCharacter() {
    GatewayEvent event = (GatewayEvent) MessageCodec.decode(EVENT);

    String payload = ((Payload.Inline) event.payload()).json().text();

    assertThat(payload).isEqualTo("{\"id\":\"1\", \"content\" : \"h\\u00e9 \\\"x\\\"\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"text\"", "17", "-1.5e3", "null", "true", "[1, [2]]", " { } "})
  void aPayloadMayBeAnyJsonValue(String value) {
    String body = EVENT.replaceAll("\"payload\":.*", "\"payload\":" + value + ",\"later\":1}");

    GatewayEvent event = (GatewayEvent) MessageCodec.decode(body);

    assertThat(((Payload.Inline) event.payload()).json().text()).isEqualTo(value.strip());
  }

  @Test
  void unknownFieldsAreSkipped() {
    String body = EVENT.replace("\"seq\":", "\"new\":{\"a\":[1,2]},\"newer\":1.5,\"seq\":");

    assertThat(MessageCodec.decode(body)).isEqualTo(MessageCodec.decode(EVENT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"v\":1`|`\"v\":2`|v",
        "`\"kind\":\"gateway_event\"`|`\"kind\":\"nonsense\"`|kind",
        "`\"kind\":\"gateway_event\",`|``|kind",
        "`\"platform\":\"discord\"`|`\"platform\":\"I R C\"`|platform",
        "`\"seq\":42`|`\"seq\":\"42\"`|seq",
        "`\"seq\":42`|`\"seq\":-1`|seq",
        "`\"seq\":42`|`\"seq\":99999999999999999999`|seq",
        "`\"shard\":0`|`\"shard\":1`|shard",
        "`\"shard\":0`|`\"shard\":4294967296`|shard",
        "`\"mentions_us\":true`|`\"mentions_us\":1`|mentions_us",
      })
  void anErrorNamesTheField(String right, String wrong, String field) {
    String body = EVENT.replace(right, wrong);

    InvalidFieldException error =
        assertThatExceptionOfType(InvalidFieldException.class)
            .isThrownBy(() -> MessageCodec.decode(body))
            .actual();

    assertThat(error.field()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"v\":1,", "{\"v\":1} {}", "secret words"})
  void whatIsNoObjectIsRefusedWithoutRepeatingIt(String body) {
    InvalidFieldException error =
        assertThatExceptionOfType(InvalidFieldException.class)
            .isThrownBy(() -> MessageCodec.decode(body))
            .actual();

    assertThat(error.field()).isEqualTo("body");
    assertThat(error.getMessage()).doesNotContain("secret");
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < EVENT.length(); length++) {
      String truncated = EVENT.substring(0, length);
      assertThatThrownBy(() -> MessageCodec.decode(truncated))
          .isInstanceOf(InvalidFieldException.class);
    }
  }
}
