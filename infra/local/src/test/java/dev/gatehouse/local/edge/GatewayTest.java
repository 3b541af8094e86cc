package dev.gatehouse.local.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals(expected, response.status() == 404 ? "404" : body);
  }

  @Test
  void anAnswerWithoutAStatusIsTheBody() throws Exception {
    ProxyResponse response = call("[1,2]");

    assertEquals(200, response.status());
    assertEquals(List.of("application/json"), response.headers().get("content-type"));
    assertEquals("[1,2]", new String(response.body(), StandardCharsets.UTF_8));
  }

  @Test
  void aBase64BodyIsDecoded() throws Exception {
    ProxyResponse response =
        call(
            "{\"statusCode\":200,\"body\":\"/wA=\",\"isBase64Encoded\":true,\"headers\":{\"Content-Type\":\"image/x\"}}");

    assertArrayEquals(new byte[] {(byte) 0xff, 0}, response.body());
    assertEquals(List.of("image/x"), response.headers().get("content-type"));
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
    assertEquals(500, call(answer).status());
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
