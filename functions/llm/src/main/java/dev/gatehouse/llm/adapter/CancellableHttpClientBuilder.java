package dev.gatehouse.llm.adapter;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands LangChain4j the client of one call; time-outs are that client's own. */
record CancellableHttpClientBuilder(CancellableHttpClient client, Timeouts timeouts)
    implements HttpClientBuilder {
  @Override
  public Duration connectTimeout() {
    return timeouts.connect();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration ignored) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return timeouts.response();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration ignored) {
    return this;
  }

  @Override
  public HttpClient build() {
    return client;
  }
}
