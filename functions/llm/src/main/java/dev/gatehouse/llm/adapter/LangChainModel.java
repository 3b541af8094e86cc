package dev.gatehouse.llm.adapter;

import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Failure;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.model.ModelName;
import dev.gatehouse.llm.model.Prompt;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Optional;

/** A model of a provider, spoken to through LangChain4j. */
public final class LangChainModel implements LanguageModel {
  private static final String NO_KEY = "none";

  private final Protocol protocol;
  private final ModelEndpoint endpoint;
  private final Timeouts timeouts;
  private final InstantSource clock;
  private final HttpClient http;
  private final Failures failures;

  public LangChainModel(
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
    return ask(key.map(Secret::reveal).orElse(NO_KEY), prompt, listener, call);
  }

  private Ending ask(String key, Prompt prompt, AnswerListener listener, CallOptions call) {
    StreamHandler handler = new StreamHandler(listener, failures::of);
    try {
      CancellableHttpClient client =
          new CancellableHttpClient(http, timeouts, call.cancellation(), clock);
      StreamingChatModel model =
          protocol.model(endpoint, key, new CancellableHttpClientBuilder(client, timeouts));
      model.chat(ChatRequest.builder().messages(LangChainMessages.of(prompt)).build(), handler);
    } catch (RuntimeException e) {
      handler.onError(e);
    }
    return call.cancellation().isCancelled() ? new Ending.Cancelled() : handler.ending();
  }
}
