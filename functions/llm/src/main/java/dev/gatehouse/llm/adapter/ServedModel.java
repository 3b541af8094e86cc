package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.ModelName;
import dev.gatehouse.llm.model.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A model that a provider serves over HTTP. The answer is read on the calling thread; cancelling
 * the call closes the connection, before and after the response's head, so that the provider stops
 * generating.
 */
public final class ServedModel implements LanguageModel {
  private static final int MOST_ERROR_BYTES = 64 << 10;
  private static final JsonMapper JSON = new JsonMapper();

  /** How long a stream may take to close, or to say what it cost, once the answer is whole. */
  private static final Duration AFTER_END = Duration.ofSeconds(2);

  private final Protocol protocol;
  private final ModelEndpoint endpoint;
  private final Timeouts timeouts;
  private final InstantSource clock;
  private final HttpClient http;
  private final Failures failures;

  public ServedModel(
      Protocol protocol, ModelEndpoint endpoint, Timeouts timeouts, InstantSource clock) {
    this.protocol = protocol;
    this.endpoint = endpoint;
    this.timeouts = timeouts;
    this.clock = clock;
    this.failures = new Failures(endpoint.baseUrl().getAuthority(), timeouts);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeouts.connect())
            .build();
  }

  @Override
  public ModelName name() {
    return new ModelName(protocol.provider(), endpoint.model());
  }

  @Override
  public Ending answer(Prompt prompt, AnswerListener listener, CallOptions call) {
    Optional<Secret> key;
    try {
      key = endpoint.key().get();
    } catch (SecretsUnavailableException e) {
      return new Ending.Failed(new Failure.KeyUnavailable(endpoint.keySetting()));
    }
    if (key.isEmpty() && endpoint.needsKey()) {
      return new Ending.Failed(new Failure.KeyMissing(endpoint.keySetting()));
    }
    StreamedAnswer answer = new StreamedAnswer(listener);
    try {
      ask(request(prompt, key.map(Secret::reveal).orElse("")), answer, call.cancellation());
    } catch (IOException e) {
      answer.fail(failures.of(e));
    }
    return call.cancellation().isCancelled() ? new Ending.Cancelled() : answer.ending();
  }

  private HttpRequest request(Prompt prompt, String key) {
    ChatFormat format = protocol.format();
    String base = endpoint.baseUrl().toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + format.path()))
            .timeout(timeouts.response())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(format.request(endpoint.model(), prompt).toString()));
    format.authorization(key).forEach(request::header);
    return request.build();
  }

  private void ask(HttpRequest request, StreamedAnswer answer, Cancellation cancellation)
      throws IOException {
    HttpResponse<InputStream> response = send(request, cancellation);
    try (StallTimeoutInputStream body =
        new StallTimeoutInputStream(response.body(), timeouts.stall(), cancellation)) {
      if (response.statusCode() / 100 == 2) {
        EventStream.read(body, (event, document) -> take(event, document, body, answer));
      } else {
        Optional<Duration> retryAfter = RetryAfter.in(response.headers(), clock.instant());
        answer.fail(Failures.of(response.statusCode(), json(body), retryAfter));
      }
    }
  }

  private boolean take(
      String event, JsonNode document, StallTimeoutInputStream body, StreamedAnswer answer)
      throws IOException {
    if (document.equals(EventStream.DONE)) {
      answer.end();
    } else if (document.isArray()) {
      for (JsonNode one : document) {
        take(event, one, body, answer);
      }
    } else {
      Failures.in(event, document)
          .ifPresentOrElse(answer::fail, () -> protocol.format().read(document, answer));
    }
    if (answer.isFinished()) {
      body.allowSilenceOf(AFTER_END);
    }
    return !answer.isOver();
  }

  /** What a provider says about its refusal; nothing where it says it in no JSON. */
  private static JsonNode json(InputStream body) {
    try {
      return JSON.readTree(body.readNBytes(MOST_ERROR_BYTES));
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request, Cancellation cancellation)
      throws IOException {
    CompletableFuture<HttpResponse<InputStream>> sending =
        http.sendAsync(request, BodyHandlers.ofInputStream());
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
}
