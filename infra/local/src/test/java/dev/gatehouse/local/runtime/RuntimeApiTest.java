package dev.gatehouse.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RuntimeApiTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final HttpClient runtime = HttpClient.newHttpClient();
  private RuntimeApi api;

  @BeforeEach
  void start() throws IOException {
    api = RuntimeApi.start(Duration.ofSeconds(30), InstantSource.fixed(NOW), System::nanoTime);
  }

  @AfterEach
  void stop() {
    api.close();
    runtime.close();
  }

  @Test
  void handsOutAnEventWithItsDeadline() throws Exception {
    api.offer("{\"a\":1}");

    HttpResponse<String> next =
        runtime.send(request("invocation/next").build(), BodyHandlers.ofString());

    assertThat(next.body()).isEqualTo("{\"a\":1}");
    assertThat(next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow())
        .isEqualTo(NOW.plusSeconds(30).toEpochMilli());
  }

  @Test
  void handsOutEventsInTheirOrderEachWithAnIdOfItsOwn() throws Exception {
    api.offer("1");
    api.offer("2");

    HttpResponse<String> first =
        runtime.send(request("invocation/next").build(), BodyHandlers.ofString());
    HttpResponse<String> second =
        runtime.send(request("invocation/next").build(), BodyHandlers.ofString());

    assertThat(first.body() + second.body()).isEqualTo("12");
    String id = "Lambda-Runtime-Aws-Request-Id";
    assertThat(Stream.of(first, second).map(r -> r.headers().map().get(id)).distinct().count())
        .isEqualTo(2);
  }

  @Test
  void tellsAResponseFromAFailure() throws Exception {
    post("invocation/1/response", "{\"ok\":true}");
    post("invocation/2/error", "{\"errorType\":\"x\"}");
    post("init/error", "{\"errorType\":\"y\"}");

    assertThat(assertThat(api.await()).asInstanceOf(type(Answer.Response.class)).actual().body())
        .isEqualTo("{\"ok\":true}");
    assertThat(api.await()).isEqualTo(new Answer.Failure("{\"errorType\":\"x\"}"));
    assertThat(api.await()).isEqualTo(new Answer.Failure("{\"errorType\":\"y\"}"));
  }

  @Test
  void saysThatNoAnswerCame() throws IOException {
    try (RuntimeApi impatient =
        RuntimeApi.start(Duration.ofMillis(1), InstantSource.fixed(NOW), System::nanoTime)) {
      assertThatThrownBy(impatient::await).isInstanceOf(IllegalStateException.class);
    }
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request = request(path).POST(BodyPublishers.ofString(body)).build();
    assertThat(runtime.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path));
  }
}
