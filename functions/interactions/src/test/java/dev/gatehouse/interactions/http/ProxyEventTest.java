package dev.gatehouse.interactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    assertThat(request.body()).isEqualTo(PING);
  }

  @Test
  void aBase64BodyIsDecodedWhereverTheFlagStands() throws Exception {
    WebhookRequest before = read("{\"isBase64Encoded\":true,\"body\":\"eyJ0eXBlIjoxfQ==\"}");
    WebhookRequest after = read("{\"body\":\"eyJ0eXBlIjoxfQ==\",\"isBase64Encoded\":true}");

    assertThat(before.body()).isEqualTo(PING);
    assertThat(after.body()).isEqualTo(PING);
  }

  @Test
  void headerNamesMayHaveAnyCase() throws Exception {
    WebhookRequest request = read("{\"headers\":{\"X-Signature-Ed25519\":\"ab\"}}");

    assertThat(request.header("x-signature-ED25519")).isEqualTo("ab");
  }

  @Test
  void ofSeveralValuesTheFirstCounts() throws Exception {
    WebhookRequest request =
        read("{\"multiValueHeaders\":{\"X-Signature-Timestamp\":[\"1\",\"2\"],\"Other\":null}}");

    assertThat(request.header("x-signature-timestamp")).isEqualTo("1");
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

    assertThat(request.header("A")).isEqualTo("1");
    assertThat(request.body().length).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"body\":", "{\"isBase64Encoded\":true,\"body\":\"***\"}"})
  void whatCannotBeReadIsRefused(String event) {
    assertThatThrownBy(() -> read(event)).isInstanceOf(MalformedRequestException.class);
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
    assertThat(
            assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> read(event))
                .actual()
                .getMessage())
        .isEqualTo(reason);
  }

  private static WebhookRequest read(String event) throws IOException, MalformedRequestException {
    return ProxyEvent.read(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), new JsonFactory());
  }
}
