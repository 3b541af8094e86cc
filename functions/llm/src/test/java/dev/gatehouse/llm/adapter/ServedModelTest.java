package dev.gatehouse.llm.adapter;

import static dev.gatehouse.testkit.model.ModelServer.response;
import static dev.gatehouse.testkit.model.ModelServer.silenceAfter;
import static dev.gatehouse.testkit.model.ModelServer.stream;
import static dev.gatehouse.testkit.model.ModelServer.wholeStream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import dev.gatehouse.llm.model.Usage;
import dev.gatehouse.testkit.Await;
import dev.gatehouse.testkit.model.ModelServer;
import dev.gatehouse.testkit.model.ModelServer.Script;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ServedModelTest {
  private static final Prompt PROMPT =
      new Prompt(
          "Be brief.",
          List.of(
              PromptMessage.byAssistant("I begin, which no provider allows."),
              PromptMessage.byUser("Mia", "Hello?"),
              PromptMessage.byUser("Ole", "Anybody?"),
              PromptMessage.byAssistant("Here."),
              PromptMessage.byUser("Mia", "What is new?")));
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));

  private final Heard heard = new Heard();
  private final Cancellation cancellation = new Cancellation();
  private final CallOptions call =
      new CallOptions(Instant.now().plus(Duration.ofMinutes(1)), cancellation);

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void streamsAnAnswerPieceByPiece(Protocol protocol) throws Exception {
    try (var provider = ModelServer.playing(whole(protocol))) {
      Ending ending = model(protocol, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(heard.pieces).containsExactly("Hello", ", wörld!");
      assertThat(ending)
          .isEqualTo(new Ending.Complete(new Usage(OptionalInt.of(25), OptionalInt.of(15)), false));
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void sendsTheConversationWithNamesAndInTurns(Protocol protocol) throws Exception {
    try (var provider = ModelServer.playing(whole(protocol))) {
      model(protocol, provider, PATIENT).answer(PROMPT, heard, call);

      String body = provider.requests().getFirst().replaceAll("\\s+", "");
      assertThat(body)
          .contains("Bebrief.", "Mia:Hello?\\n\\nOle:Anybody?", "Here.", "Mia:Whatisnew?")
          .doesNotContain("Ibegin")
          .contains("\"model\":\"m\"", "\"stream\":true");
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void cancellingClosesTheConnectionInTheMiddleOfAStream(Protocol protocol) throws Exception {
    try (var provider = ModelServer.playing(silenceAfter(beginning(protocol)))) {
      var model = model(protocol, provider, PATIENT);
      var answering = CompletableFuture.supplyAsync(() -> model.answer(PROMPT, heard, call));
      Await.until("the first piece", () -> heard.text().equals("Hello"));

      cancellation.cancel();

      assertThat(answering.get()).isEqualTo(new Ending.Cancelled());
      provider.hungUp().await();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void cancellingClosesTheConnectionBeforeTheFirstByte(Protocol protocol) throws Exception {
    try (var provider = ModelServer.playing(silenceAfter(stage -> {}))) {
      var model = model(protocol, provider, PATIENT);
      var answering = CompletableFuture.supplyAsync(() -> model.answer(PROMPT, heard, call));
      Await.until("the request", () -> !provider.requests().isEmpty());

      cancellation.cancel();

      assertThat(answering.get()).isEqualTo(new Ending.Cancelled());
      provider.hungUp().await();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aStreamWhoseConnectionIsCutHasBrokenOff(Protocol protocol) throws Exception {
    try (var provider = ModelServer.playing(beginning(protocol))) {
      Ending ending = model(protocol, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(heard.text()).isEqualTo("Hello");
      assertThat(ending).isEqualTo(new Ending.Failed(new Failure.BrokenOff()));
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aStreamThatEndsPolitelyWithoutItsEndMarkHasBrokenOff(Protocol protocol) throws Exception {
    Script polite = wholeStream(contentType(protocol), text(protocol, true));
    try (var provider = ModelServer.playing(polite)) {
      Ending ending = model(protocol, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(heard.text()).isEqualTo("Hello");
      assertThat(ending).isEqualTo(new Ending.Failed(new Failure.BrokenOff()));
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aStreamThatStallsTimesOutAndIsClosed(Protocol protocol) throws Exception {
    Timeouts impatient =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(200));
    try (var provider = ModelServer.playing(silenceAfter(beginning(protocol)))) {
      Ending ending = model(protocol, provider, impatient).answer(PROMPT, heard, call);

      assertThat(heard.text()).isEqualTo("Hello");
      assertThat(ending).isEqualTo(new Ending.Failed(new Failure.TimedOut(Duration.ofMillis(200))));
      provider.hungUp().await();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aProviderThatNeverAnswersTimesOut(Protocol protocol) throws Exception {
    Timeouts impatient =
        new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(20));
    try (var provider = ModelServer.playing(silenceAfter(stage -> {}))) {
      Ending ending = model(protocol, provider, impatient).answer(PROMPT, heard, call);

      assertThat(ending).isEqualTo(new Ending.Failed(new Failure.TimedOut(Duration.ofMillis(200))));
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aMalformedChunkIsUnintelligible(Protocol protocol) throws Exception {
    String broken =
        protocol == Protocol.OLLAMA
            ? "{\"message\": oops\n"
            : "event: content_block_delta\ndata: {\"oops\n\n";
    Script script = wholeStream(contentType(protocol), text(protocol, true) + broken);
    try (var provider = ModelServer.playing(script)) {
      Ending ending = model(protocol, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(heard.text()).isEqualTo("Hello");
      assertThat(ending).isEqualTo(new Ending.Failed(new Failure.Unintelligible()));
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void nothingListeningIsUnreachable(Protocol protocol) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    URI nowhere = URI.create("http://127.0.0.1:" + port + "/v1");

    Ending ending = model(protocol, nowhere, PATIENT).answer(PROMPT, heard, call);

    assertThat(ending).isEqualTo(new Ending.Failed(new Failure.Unreachable("127.0.0.1:" + port)));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(401, "", "{}", new Failure.Unauthorized(401)),
        Arguments.of(403, "", "{}", new Failure.Unauthorized(403)),
        Arguments.of(404, "", "{}", new Failure.ModelNotFound()),
        Arguments.of(402, "", "{}", new Failure.QuotaExhausted()),
        Arguments.of(
            429, "", "{\"error\":{\"code\":\"insufficient_quota\"}}", new Failure.QuotaExhausted()),
        Arguments.of(
            400,
            "",
            "{\"error\":{\"message\":\"Your credit balance is too low\"}}",
            new Failure.QuotaExhausted()),
        Arguments.of(
            429,
            "Retry-After: 7\r\n",
            "{}",
            new Failure.RateLimited(Optional.of(Duration.ofSeconds(7)))),
        Arguments.of(429, "", "{}", new Failure.RateLimited(Optional.empty())),
        Arguments.of(500, "", "", new Failure.ServerError(500, Optional.empty())),
        Arguments.of(
            529,
            "retry-after-ms: 1500\r\n",
            "{}",
            new Failure.ServerError(529, Optional.of(Duration.ofMillis(1500)))),
        Arguments.of(
            400,
            "",
            "{\"error\":{\"message\":\"prompt is too long: 250000 tokens > 200000 maximum\"}}",
            new Failure.ContextTooLong()),
        Arguments.of(
            400,
            "",
            "{\"error\":{\"code\":\"context_length_exceeded\"}}",
            new Failure.ContextTooLong()),
        Arguments.of(400, "", "{\"error\":{\"code\":\"content_filter\"}}", new Failure.Refused()),
        Arguments.of(422, "", "{}", new Failure.InvalidRequest(422)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aStatusTellsWhatWentWrong(int status, String headers, String body, Failure failure)
      throws Exception {
    for (Protocol protocol : Protocol.values()) {
      try (var provider = ModelServer.playing(response(status, headers, body))) {
        Ending ending = model(protocol, provider, PATIENT).answer(PROMPT, heard, call);

        assertThat(ending).as(protocol.provider()).isEqualTo(new Ending.Failed(failure));
      }
    }
  }

  static Stream<Arguments> errorsInStreams() {
    Failure limited = new Failure.RateLimited(Optional.empty());
    return Stream.of(
        Arguments.of(
            Protocol.ANTHROPIC,
            anthropicError("overloaded_error"),
            new Failure.ServerError("overloaded_error", Optional.empty())),
        Arguments.of(Protocol.ANTHROPIC, anthropicError("rate_limit_error"), limited),
        Arguments.of(
            Protocol.OPENAI,
            "data: {\"error\":{\"type\":\"server_error\"}}\n\n",
            new Failure.ServerError("server_error", Optional.empty())),
        Arguments.of(
            Protocol.OPENAI, "data: {\"error\":{\"code\":\"rate_limit_exceeded\"}}\n\n", limited),
        Arguments.of(
            Protocol.OLLAMA,
            "{\"error\":\"input exceeds the available context size\"}\n",
            new Failure.ContextTooLong()),
        Arguments.of(
            Protocol.OLLAMA,
            "{\"error\":\"oops\"}\n",
            new Failure.ServerError("no code given", Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("errorsInStreams")
  void anErrorInsideAStreamThatBeganWellIsToldApart(
      Protocol protocol, String event, Failure failure) throws Exception {
    Script script = wholeStream(contentType(protocol), text(protocol, true) + event);
    try (var provider = ModelServer.playing(script)) {
      Ending ending = model(protocol, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(heard.text()).isEqualTo("Hello");
      assertThat(ending).isEqualTo(new Ending.Failed(failure));
    }
  }

  private static String anthropicError(String type) {
    return "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"%s\"}}\n\n"
        .formatted(type);
  }

  @Test
  void anAnswerCutAtItsLengthSaysSo() throws Exception {
    String cut = Streams.ANTHROPIC.replace("end_turn", "max_tokens");
    try (var provider = ModelServer.playing(wholeStream(Streams.SSE, cut))) {
      Ending ending = model(Protocol.ANTHROPIC, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(ending).isInstanceOf(Ending.Complete.class);
      assertThat(((Ending.Complete) ending).atLengthLimit()).isTrue();
    }
  }

  @Test
  void theKeyGoesWhereTheProviderWantsItAndNowhereElse() throws Exception {
    try (var provider = ModelServer.playing(whole(Protocol.ANTHROPIC))) {
      model(Protocol.ANTHROPIC, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(provider.requests().getFirst()).containsIgnoringCase("x-api-key: the-key");
    }
    try (var provider = ModelServer.playing(whole(Protocol.OLLAMA))) {
      model(Protocol.OLLAMA, provider, PATIENT).answer(PROMPT, heard, call);

      assertThat(provider.requests().getFirst()).doesNotContain("the-key");
    }
  }

  @Test
  void aMissingKeyIsNamedAndNothingIsSent() throws Exception {
    try (var provider = ModelServer.playing(whole(Protocol.OPENAI))) {
      ModelEndpoint endpoint =
          new ModelEndpoint("m", provider.at("/v1"), Optional::empty, "OPENAI_API_KEY");
      var model = new ServedModel(Protocol.OPENAI, endpoint, PATIENT, Clock.systemUTC());

      Ending ending = model.answer(PROMPT, heard, call);

      assertThat(ending).isEqualTo(new Ending.Failed(new Failure.KeyMissing("OPENAI_API_KEY")));
      assertThat(provider.requests()).isEmpty();
    }
  }

  @Test
  void aKeyThatCannotBeReadIsToldApartFromAMissingOne() {
    ModelEndpoint endpoint =
        new ModelEndpoint(
            "m",
            URI.create("http://127.0.0.1:9"),
            () -> {
              throw new SecretsUnavailableException("secret llm: throttled", null);
            },
            "LLM_API_KEY_SECRET");
    var model = new ServedModel(Protocol.OPENAI, endpoint, PATIENT, Clock.systemUTC());

    assertThat(model.answer(PROMPT, heard, call))
        .isEqualTo(new Ending.Failed(new Failure.KeyUnavailable("LLM_API_KEY_SECRET")));
  }

  private static ServedModel model(Protocol protocol, ModelServer provider, Timeouts timeouts) {
    return model(protocol, provider.at(protocol == Protocol.OLLAMA ? "" : "/v1"), timeouts);
  }

  private static ServedModel model(Protocol protocol, URI baseUrl, Timeouts timeouts) {
    ModelEndpoint endpoint =
        new ModelEndpoint("m", baseUrl, () -> Optional.of(Secret.of("the-key")), "THE_KEY");
    return new ServedModel(protocol, endpoint, timeouts, Clock.systemUTC());
  }

  private static Script whole(Protocol protocol) {
    return wholeStream(contentType(protocol), text(protocol, false));
  }

  private static Script beginning(Protocol protocol) {
    return stream(contentType(protocol), text(protocol, true));
  }

  private static String contentType(Protocol protocol) {
    return protocol == Protocol.OLLAMA ? Streams.NDJSON : Streams.SSE;
  }

  private static String text(Protocol protocol, boolean beginningOnly) {
    return switch (protocol) {
      case ANTHROPIC -> beginningOnly ? Streams.ANTHROPIC_BEGINNING : Streams.ANTHROPIC;
      case OPENAI -> beginningOnly ? Streams.OPENAI_BEGINNING : Streams.OPENAI;
      case OLLAMA -> beginningOnly ? Streams.OLLAMA_BEGINNING : Streams.OLLAMA;
    };
  }
}
