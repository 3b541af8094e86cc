package dev.gatehouse.llm.adapter;

import static dev.gatehouse.testkit.model.ModelServer.response;
import static dev.gatehouse.testkit.model.ModelServer.wholeStream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.retry.Backoff;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import dev.gatehouse.llm.model.RetryingModel;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.model.ModelServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The retries over the real adapter: what a provider says in its headers is what is waited for. */
final class RetryOverHttpTest {
  private final SettableClock clock = new SettableClock();
  private final List<Duration> pauses = new ArrayList<>();
  private final Heard heard = new Heard();

  @Test
  void aLimitAndAFaultAreWaitedOutAndThenTheAnswerComes() throws Exception {
    try (var provider =
        ModelServer.playing(
            response(429, "Retry-After: 7\r\n", "{}"),
            response(500, "", "oops"),
            wholeStream(Streams.SSE, Streams.ANTHROPIC))) {
      Ending ending = answer(provider, Duration.ofMinutes(1));

      assertThat(ending).isInstanceOf(Ending.Complete.class);
      assertThat(heard.text()).isEqualTo("Hello, wörld!");
      assertThat(heard.pausedFor).hasSize(2);
      assertThat(pauses.getFirst()).isEqualTo(Duration.ofSeconds(7));
      assertThat(provider.requests()).hasSize(3);
    }
  }

  @Test
  void aLimitThatOutlastsTheFunctionsTimeIsToldAtOnce() throws Exception {
    try (var provider = ModelServer.playing(response(429, "Retry-After: 600\r\n", "{}"))) {
      Ending ending = answer(provider, Duration.ofMinutes(4));

      assertThat(ending).isInstanceOf(Ending.Failed.class);
      assertThat(pauses).isEmpty();
      assertThat(provider.requests()).hasSize(1);
    }
  }

  private Ending answer(ModelServer provider, Duration time) {
    ModelEndpoint endpoint =
        new ModelEndpoint("m", provider.at("/v1"), () -> Optional.of(Secret.of("k")), "KEY");
    LanguageModel asked = new ServedModel(Protocol.ANTHROPIC, endpoint, Timeouts.usual(), clock);
    LanguageModel model =
        new RetryingModel(
            asked,
            5,
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20), new Random(7)),
            (pause, cancellation) -> {
              pauses.add(pause);
              clock.advance(pause);
              return cancellation.isCancelled();
            },
            clock);
    Prompt prompt = new Prompt("Be brief.", List.of(PromptMessage.byUser("Mia", "Hello?")));
    return model.answer(
        prompt, heard, new CallOptions(clock.instant().plus(time), new Cancellation()));
  }
}
