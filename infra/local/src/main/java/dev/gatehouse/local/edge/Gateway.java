package dev.gatehouse.local.edge;

import dev.gatehouse.local.host.Outcome;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a request's function, calls it, and turns what comes back into HTTP. */
final class Gateway {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);

  /** Lambda's limit for an event. */
  private static final int MOST_EVENT_BYTES = 6 * 1024 * 1024;

  private final List<Route> routes;
  private final InstantSource clock;
  private final Supplier<String> requestIds;

  Gateway(List<Route> routes, InstantSource clock) {
    this(routes, clock, () -> UUID.randomUUID().toString());
  }

  Gateway(List<Route> routes, InstantSource clock, Supplier<String> requestIds) {
    this.routes = routes.stream().sorted(Comparator.comparingInt(Route::breadth)).toList();
    this.clock = clock;
    this.requestIds = requestIds;
  }

  ProxyResponse handle(Incoming request) throws InterruptedException {
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(request.method(), request.path());
      if (variables.isPresent()) {
        return call(route, request, variables.get());
      }
    }
    return ProxyResponse.message(404, "Not Found");
  }

  private ProxyResponse call(Route route, Incoming request, Map<String, String> variables)
      throws InterruptedException {
    byte[] event =
        new ProxyEvent(request, route.definition().key(), variables)
            .toJson(requestIds.get(), clock.instant());
    if (event.length > MOST_EVENT_BYTES) {
      return ProxyResponse.message(413, "Request Entity Too Large");
    }
    return switch (route.function().invoke(event)) {
      case Outcome.Answered(byte[] payload) -> answer(route, payload);
      case Outcome.Failed _, Outcome.TimedOut _ -> internalError();
    };
  }

  private static ProxyResponse answer(Route route, byte[] payload) {
    try {
      return ProxyResponse.read(payload);
    } catch (IOException | IllegalArgumentException e) {
      log.warn(
          "{}: the function's answer cannot be sent: {}", route.definition().key(), e.getMessage());
      return internalError();
    }
  }

  private static ProxyResponse internalError() {
    return ProxyResponse.message(500, "Internal Server Error");
  }
}
