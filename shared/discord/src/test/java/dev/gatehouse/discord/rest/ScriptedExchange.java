package dev.gatehouse.discord.rest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives prepared answers in order, and remembers what was asked and when. */
final class ScriptedExchange implements Exchange {
  private final Time time;
  private final Deque<Object> script = new ArrayDeque<>();
  private final List<ApiRequest> requests = new ArrayList<>();
  private final List<Long> timesNanos = new ArrayList<>();

  ScriptedExchange(Time time) {
    this.time = time;
  }

  ScriptedExchange answering(ApiResponse... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  ScriptedExchange failing(IOException failure) {
    script.add(failure);
    return this;
  }

  @Override
  public synchronized ApiResponse exchange(ApiRequest request) throws IOException {
    requests.add(request);
    timesNanos.add(time.nanos());
    return switch (script.poll()) {
      case IOException failure -> throw failure;
      case ApiResponse answer -> answer;
      case null, default -> throw new AssertionError("no answer is left for " + request);
    };
  }

  synchronized List<ApiRequest> requests() {
    return List.copyOf(requests);
  }

  /** When each request was made, in milliseconds. */
  synchronized List<Long> millis() {
    return timesNanos.stream().map(nanos -> nanos / 1_000_000).toList();
  }
}
