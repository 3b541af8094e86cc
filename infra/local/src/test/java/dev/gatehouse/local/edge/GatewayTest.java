package dev.gatehouse.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.host.Invoker;
import dev.gatehouse.local.host.Outcome;
import dev.gatehouse.local.template.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatewayTest {
  @ParameterizedTest
  @CsvSource({
    "GET,  /things,        list",
    "GET,  /things/1,      one",
    "GET,  /things/1/,     rest",
    "GET,  /things/new,    new",
    "POST, /things/new,    any",
    "GET,  /things/1/2/3,  rest",
    "GET,  /other,         404",
  })
  void theMostSpecificRouteWins(String method, String path, String expected) throws Exception {
    Gateway gateway =
        gateway(
            route("GET", "/things/{rest+}", "rest"),
            route("ANY", "/things/{id}", "any"),
            route("GET", "/things/{id}", "one"),
            route("GET", "/things/new", "new"),
            route("GET", "/things", "list"));

    ProxyResponse response = gateway.handle(request(method, path));

    String body = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.status() == 404 ? "404" : body).isEqualTo(expected);
  }

  @Test
  void anAnswerWithoutAStatusIsTheBody() throws Exception {
    ProxyResponse response = call("[1,2]");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().get("content-type")).isEqualTo(List.of("application/json"));
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("[1,2]");
  }

  @Test
  void aBase64BodyIsDecoded() throws Exception {
    ProxyResponse response =
        call(
            "{\"statusCode\":200,\"body\":\"/wA=\",\"isBase64Encoded\":true,\"headers\":{\"Content-Type\":\"image/x\"}}");

    assertThat(response.body()).isEqualTo(new byte[] {(byte) 0xff, 0});
    assertThat(response.headers().get("content-type")).isEqualTo(List.of("image/x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"statusCode\":\"x\"}",
        "{\"statusCode\":99}",
        "no json",
        "{\"statusCode\":200,\"body\":\"%\",\"isBase64Encoded\":true}"
      })
  void anAnswerThatCannotBeSentIsAnInternalError(String answer) throws Exception {
    assertThat(call(answer).status()).isEqualTo(500);
  }

  private static ProxyResponse call(String answer) throws InterruptedException {
    return gateway(new Route(new Trigger.HttpRoute("GET", "/x"), answering(answer)))
        .handle(request("GET", "/x"));
  }

  private static Gateway gateway(Route... routes) {
    return new Gateway(List.of(routes), InstantSource.fixed(Instant.EPOCH), () -> "request-1");
  }

  private static Route route(String method, String path, String answer) {
    return new Route(
        new Trigger.HttpRoute(method, path),
        answering("{\"statusCode\":200,\"body\":\"" + answer + "\"}"));
  }

  private static Invoker answering(String json) {
    return _ -> new Outcome.Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Incoming request(String method, String path) {
    return new Incoming(method, path, "", "HTTP/1.1", Map.of(), new byte[0], "127.0.0.1");
  }
}
