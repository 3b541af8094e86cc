package dev.gatehouse.local.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.template.LocalAccount;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as an HTTP API hands it to a function: payload format 2.0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload
 *     format</a>
 */
final class ProxyEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Incoming request;
  private final String routeKey;
  private final Map<String, String> pathParameters;

  ProxyEvent(Incoming request, String routeKey, Map<String, String> pathParameters) {
    this.request = request;
    this.routeKey = routeKey;
    this.pathParameters = pathParameters;
  }

  byte[] toJson(String requestId, Instant now) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", routeKey);
    event.put("rawPath", request.path()).put("rawQueryString", request.query());
    putCookies(event);
    putHeaders(event.putObject("headers"), requestId);
    putAll(event, "queryStringParameters", query());
    putContext(event.putObject("requestContext"), requestId, now);
    putAll(event, "pathParameters", pathParameters);
    putBody(event);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void putCookies(ObjectNode event) {
    List<String> cookies =
        request.headers().getOrDefault("cookie", List.of()).stream()
            .flatMap(header -> Arrays.stream(header.split(";\\s*")))
            .toList();
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
  }

  private void putHeaders(ObjectNode headers, String requestId) {
    request.headers().keySet().stream()
        .filter(name -> !name.equals("cookie"))
        .forEach(name -> headers.put(name, request.header(name)));
    headers.put("x-amzn-trace-id", "Root=1-" + requestId);
    headers.put("x-forwarded-for", request.sourceIp());
    headers.put("x-forwarded-port", port());
    headers.put("x-forwarded-proto", "http");
  }

  private String port() {
    String host = request.header("host");
    return host.contains(":") ? host.substring(host.lastIndexOf(':') + 1) : "80";
  }

  private void putContext(ObjectNode context, String requestId, Instant now) {
    String domain = request.header("host");
    context.put("accountId", LocalAccount.ID).put("apiId", LocalAccount.STACK);
    context.put("domainName", domain).put("domainPrefix", domain.split("[.:]", 2)[0]);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.path())
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent"));
    context.put("requestId", requestId).put("routeKey", routeKey).put("stage", "$default");
    context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
  }

  private void putBody(ObjectNode event) {
    boolean binary = !isText(request.header("content-type"));
    if (request.body().length > 0) {
      event.put(
          "body",
          binary
              ? Base64.getEncoder().encodeToString(request.body())
              : new String(request.body(), StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", binary && request.body().length > 0);
  }

  /** The content types that an HTTP API passes on as text; everything else arrives as base64. */
  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/xml")
        || type.equals("application/javascript");
  }

  private Map<String, String> query() {
    Map<String, String> values = new LinkedHashMap<>();
    Arrays.stream(request.query().split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(pair ->
            values.merge(
                decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "", (a, b) -> a + "," + b));
    return values;
  }

  private static void putAll(ObjectNode event, String field, Map<String, String> values) {
    if (!values.isEmpty()) {
      values.forEach(event.putObject(field)::put);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
