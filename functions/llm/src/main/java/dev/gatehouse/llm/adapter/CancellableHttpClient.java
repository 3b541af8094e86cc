package dev.gatehouse.llm.adapter;

import dev.gatehouse.llm.model.Cancellation;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * LangChain4j's HTTP client for one call, on the JDK's. Events are delivered on the calling thread,
 * so that asking a model blocks until its stream has ended, and cancelling the call really closes
 * the connection, before and after the response's head.
 */
final class CancellableHttpClient implements HttpClient {
  private static final int MOST_ERROR_BYTES = 64 << 10;

  private final java.net.http.HttpClient http;
  private final Timeouts timeouts;
  private final Cancellation cancellation;
  private final InstantSource clock;

  CancellableHttpClient(
      java.net.http.HttpClient http,
      Timeouts timeouts,
      Cancellation cancellation,
      InstantSource clock) {
    this.http = http;
    this.timeouts = timeouts;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try (InputStream body = open(request).body()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return SuccessfulHttpResponse.builder().statusCode(200).body(text).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try {
      HttpResponse<InputStream> response = open(request);
      listener.onOpen(
          SuccessfulHttpResponse.builder()
              .statusCode(response.statusCode())
              .headers(response.headers().map())
              .build());
      try (InputStream body =
          new StallTimeoutInputStream(response.body(), timeouts.stall(), cancellation)) {
        parser.parse(body, new GuardedListener(listener));
      }
      listener.onClose();
    } catch (IOException | RuntimeException e) {
      listener.onError(e);
    }
  }

  private HttpResponse<InputStream> open(HttpRequest request) throws IOException {
    HttpResponse<InputStream> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw refused(response);
    }
    return response;
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<InputStream>> sending =
        http.sendAsync(jdkRequest(request), BodyHandlers.ofInputStream());
    cancellation.onCancel(() -> sending.cancel(true));
    try {
      return sending.get();
    } catch (CancellationException e) {
      throw new IOException("the call was cancelled", e);
    } catch (InterruptedException e) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("the call was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private java.net.http.HttpRequest jdkRequest(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(timeouts.response())
            .method(request.method().name(), body(request));
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return builder.build();
  }

  private static java.net.http.HttpRequest.BodyPublisher body(HttpRequest request) {
    return request.body() == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(request.body());
  }

  private StatusException refused(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      String text = new String(body.readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
      return new StatusException(
          response.statusCode(), text, RetryAfter.in(response.headers(), clock.instant()));
    }
  }
}
