package dev.gatehouse.interactions.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyEventTest {
  private static final byte[] PING = "{\"type\":1}".getBytes(StandardCharsets.UTF_8);

  @Test
  void aPlainBodyIsItsBytes() throws Exception {
    WebhookRequest request = read("{\"version\":\"2.0\",\"body\":\"{\\\"type\\\":1}\"}");

    assertArrayEquals(PING, request.body());
  }

  @Test
  void aBase64BodyIsDecodedWhereverTheFlagStands() throws Exception {
    WebhookRequest before = read("{\"isBase64Encoded\":true,\"body\":\"eyJ0eXBlIjoxfQ==\"}");
    WebhookRequest after = read("{\"body\":\"eyJ0eXBlIjoxfQ==\",\"isBase64Encoded\":true}");

    assertArrayEquals(PING, before.body());
    assertArrayEquals(PING, after.body());
  }

  @Test
  void headerNamesMayHaveAnyCase() throws Exception {
    WebhookRequest request = read("{\"headers\":{\"X-Signature-Ed25519\":\"ab\"}}");

    assertEquals("ab", request.header("x-signature-ED25519"));
  }

  @Test
  void ofSeveralValuesTheFirstCounts() throws Exception {
    WebhookRequest request =
        read("{\"multiValueHeaders\":{\"X-Signature-Timestamp\":[\"1\",\"2\"],\"Other\":null}}");

    assertEquals("1", request.header("x-signature-timestamp"));
  }

  @Test
  void whatIsNotNeededIsSkipped() throws Exception {
    WebhookRequest request =
        read(
            """
            {"version":"2.0","routeKey":"POST /discord/interactions","cookies":["a=b"],
             "requestContext":{"http":{"method":"POST","headers":{"x":"no"}}},
             "headers":{"a":"1","b":[]},"body":null}\
            """);

    assertEquals("1", request.header("A"));
    assertEquals(0, request.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"body\":", "{\"isBase64Encoded\":true,\"body\":\"***\"}"})
  void whatCannotBeReadIsRefused(String event) {
    assertThrows(MalformedRequestException.class, () -> read(event));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"body\":{\"type\":1}}|body: must be a string or null",
        "{\"body\":[\"a\"],\"isBase64Encoded\":true}|body: must be a string or null",
        "{\"body\":7}|body: must be a string or null",
        "{\"isBase64Encoded\":{},\"body\":\"a\"}|isBase64Encoded: must be true or false",
        "{\"isBase64Encoded\":\"true\"}|isBase64Encoded: must be true or false",
        "{\"isBase64Encoded\":true,\"body\":\"***\"}|body: is marked as base64 and is not"
      })
  void theFieldThatIsWrongIsNamed(String event, String reason) {
    assertEquals(
        reason, assertThrows(MalformedRequestException.class, () -> read(event)).getMessage());
  }

  private static WebhookRequest read(String event) throws IOException, MalformedRequestException {
    return ProxyEvent.read(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), new JsonFactory());
  }
}
