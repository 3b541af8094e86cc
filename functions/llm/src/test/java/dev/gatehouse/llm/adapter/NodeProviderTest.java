package dev.gatehouse.llm.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapters against the providers' protocols as somebody else wrote them. */
final class NodeProviderTest {
  private static NodeProvider provider;

  private final Heard heard = new Heard();
  private final CallOptions call =
      new CallOptions(Instant.now().plusSeconds(60), new Cancellation());

  @BeforeAll
  static void start() throws Exception {
    provider = NodeProvider.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (provider != null) {
      provider.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void anAnswerComesInPieces(Protocol protocol) {
    Ending ending = model(protocol).answer(asking("What is new?"), heard, call);

    assertThat(ending).isInstanceOf(Ending.Complete.class);
    assertThat(heard.text()).isEqualTo("Hello, wörld! 🌍 This comes in several pieces.");
    assertThat(heard.pieces).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void aProviderThatIsOverloadedIsToldApart(Protocol protocol) {
    Ending ending = model(protocol).answer(asking("Are you overloaded?"), heard, call);

    assertThat(ending).isInstanceOf(Ending.Failed.class);
    assertThat(((Ending.Failed) ending).failure()).isInstanceOf(Failure.ServerError.class);
    assertThat(heard.text()).isEmpty();
  }

  private static Prompt asking(String question) {
    return new Prompt("Be brief.", List.of(PromptMessage.byUser("", question)));
  }

  private static ServedModel model(Protocol protocol) {
    URI base =
        switch (protocol) {
          case ANTHROPIC, OPENAI -> provider.at("/v1");
          case OLLAMA -> provider.at("/");
        };
    ModelEndpoint endpoint = new ModelEndpoint("m", base, () -> Optional.of(Secret.of("k")), "KEY");
    return new ServedModel(protocol, endpoint, Timeouts.usual(), Clock.systemUTC());
  }
}
