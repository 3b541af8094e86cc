package dev.gatehouse.llm.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class ServedModelFuzzTest {
  private static final Prompt PROMPT =
      new Prompt("Be brief.", List.of(PromptMessage.byUser("Mia", "What is new?")));
  private static final Map<Protocol, ServedModel> MODELS = new ConcurrentHashMap<>();

  private static HttpServer provider;
  private static volatile byte[] stream = {};

  @BeforeAll
  static void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/", ServedModelFuzzTest::answer);
    provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    provider.start();
  }

  @AfterAll
  static void stop() {
    MODELS.clear();
    provider.stop(0);
  }

  /** The first byte is the protocol, the rest what the provider streams. */
  @FuzzTest
  void whateverIsStreamedTheAnswerEnds(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Protocol[] protocols = Protocol.values();
    Protocol protocol = protocols[(input[0] & 0xff) % protocols.length];
    stream = Arrays.copyOfRange(input, 1, input.length);
    CallOptions call =
        new CallOptions(Instant.now().plus(Duration.ofMinutes(5)), new Cancellation());

    Ending ending =
        MODELS
            .computeIfAbsent(protocol, ServedModelFuzzTest::model)
            .answer(PROMPT, new Heard(), call);

    assertThat(ending).isInstanceOfAny(Ending.Complete.class, Ending.Failed.class);
  }

  private static ServedModel model(Protocol protocol) {
    URI url = URI.create("http://127.0.0.1:" + provider.getAddress().getPort());
    ModelEndpoint endpoint =
        new ModelEndpoint("m", url, () -> Optional.of(Secret.of("k")), "THE_KEY");
    return new ServedModel(protocol, endpoint, Timeouts.usual(), Clock.systemUTC());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      byte[] bytes = stream;
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
