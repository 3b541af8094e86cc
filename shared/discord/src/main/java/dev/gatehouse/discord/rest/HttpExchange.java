package dev.gatehouse.discord.rest;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The bottom of the stack: the JDK's HTTP client. The client's own timeout ends when the headers
 * are there, so the time for the whole answer is kept here.
 *
 * @see HttpRequest.Builder#timeout
 */
final class HttpExchange implements Exchange {
  private final HttpClient client;
  private final URI baseUrl;
  private final Duration timeout;

  HttpExchange(DiscordRestConfig config) {
    this.baseUrl = config.baseUrl();
    this.timeout = config.requestTimeout();
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(config.connectTimeout())
            .version(version(config.baseUrl()))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public ApiResponse exchange(ApiRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = whole(http(request));
    return new ApiResponse(response.statusCode(), response.headers(), response.body());
  }

  /** Whatever ends the wait early also ends the exchange and gives its connection up. */
  private HttpResponse<byte[]> whole(HttpRequest request) throws IOException, InterruptedException {
    Future<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest http(ApiRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address(request))
            .method(request.route().method().name(), publisher(request));
    request.headers().forEach(builder::header);
    if (request.body() != null) {
      builder.header("Content-Type", request.body().contentType());
    }
    return builder.build();
  }

  /** Only TLS settles the version without an upgrade, which not every server understands. */
  private static HttpClient.Version version(URI url) {
    return "https".equals(url.getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  private URI address(ApiRequest request) {
    return URI.create(baseUrl + request.route().path() + query(request.query()));
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : new TreeMap<>(parameters)
            .entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static BodyPublisher publisher(ApiRequest request) {
    return request.body() == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(request.body().bytes());
  }
}
