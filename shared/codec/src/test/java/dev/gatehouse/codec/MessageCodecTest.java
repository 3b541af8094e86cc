package dev.gatehouse.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    assertEquals("{\"id\":\"1\", \"content\" : \"h\\u00e9 \\\"x\\\"\"}", payload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"text\"", "17", "-1.5e3", "null", "true", "[1, [2]]", " { } "})
  void aPayloadMayBeAnyJsonValue(String value) {
    String body = EVENT.replaceAll("\"payload\":.*", "\"payload\":" + value + ",\"later\":1}");

    GatewayEvent event = (GatewayEvent) MessageCodec.decode(body);

    assertEquals(value.strip(), ((Payload.Inline) event.payload()).json().text());
  }

  @Test
  void unknownFieldsAreSkipped() {
    String body = EVENT.replace("\"seq\":", "\"new\":{\"a\":[1,2]},\"newer\":1.5,\"seq\":");

    assertEquals(MessageCodec.decode(EVENT), MessageCodec.decode(body));
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
        assertThrows(InvalidFieldException.class, () -> MessageCodec.decode(body));

    assertEquals(field, error.field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{\"v\":1,", "{\"v\":1} {}", "secret words"})
  void whatIsNoObjectIsRefusedWithoutRepeatingIt(String body) {
    InvalidFieldException error =
        assertThrows(InvalidFieldException.class, () -> MessageCodec.decode(body));

    assertEquals("body", error.field());
    assertFalse(error.getMessage().contains("secret"));
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < EVENT.length(); length++) {
      String truncated = EVENT.substring(0, length);
      assertThrows(InvalidFieldException.class, () -> MessageCodec.decode(truncated));
    }
  }
}
