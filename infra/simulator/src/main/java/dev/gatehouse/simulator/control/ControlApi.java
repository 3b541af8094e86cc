package dev.gatehouse.simulator.control;

import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Request;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.function.Function;

/** What the page does, for programs as well. It answers callers on the same machine only. */
public final class ControlApi {
  private final Routes<Function<ControlCall, Reply>> routes = new Routes<>();

  /** Serves all the groups. */
  public ControlApi(RouteGroup... groups) {
    for (RouteGroup group : groups) {
      group.addTo(routes);
    }
  }

  /** A set of routes. */
  @FunctionalInterface
  public interface RouteGroup {
    void addTo(Routes<Function<ControlCall, Reply>> routes);
  }

  /** Answers a request whose path starts with {@code /control}. */
  public Reply answer(Request request) {
    try {
      requireLocal(request);
      return routes
          .find(request.method(), request.path())
          .map(match -> answer(request, match))
          .orElseThrow(() -> ControlError.missing("path", "There is no " + request + "."));
    } catch (ControlError error) {
      return Reply.json(error.status(), error.json());
    } catch (Rejection rejection) {
      return Reply.json(rejection.status(), RejectionJson.of(rejection));
    }
  }

  private static Reply answer(Request request, Routes.Match<Function<ControlCall, Reply>> match) {
    return match.route().handler().apply(ControlCall.of(request, match.parameters()));
  }

  /** A page of another site must not be able to post here through a person's browser. */
  private static void requireLocal(Request request) {
    if (!request.remote().isLoopbackAddress()) {
      throw ControlError.forbidden("Only this machine may call /control.");
    }
    String origin = request.header("Origin").orElse("");
    String host = request.header("Host").orElse("");
    if (!origin.isEmpty() && !origin.equals("http://" + host)) {
      throw ControlError.forbidden("Only the simulator's own page may call /control.");
    }
  }
}
