package dev.gatehouse.llm.adapter;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/**
 * Ends a stream at its first error: one that the provider sent, or one that the listener throws on
 * an event. LangChain4j's parsers would log the latter, a part of the answer with it, and go on.
 */
record GuardedListener(ServerSentEventListener listener) implements ServerSentEventListener {
  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    try {
      StreamErrorException.in(event).ifPresent(GuardedListener::raise);
      listener.onEvent(event, context);
    } catch (RuntimeException e) {
      context.parsingHandle().cancel();
      listener.onError(e);
    }
  }

  @Override
  public void onEvent(ServerSentEvent event) {
    try {
      StreamErrorException.in(event).ifPresent(GuardedListener::raise);
      listener.onEvent(event);
    } catch (RuntimeException e) {
      listener.onError(e);
    }
  }

  @Override
  public void onError(Throwable error) {
    listener.onError(error);
  }

  @Override
  public void onClose() {
    listener.onClose();
  }

  private static void raise(StreamErrorException error) {
    throw error;
  }
}
