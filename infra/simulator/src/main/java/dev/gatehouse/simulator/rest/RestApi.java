package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Request;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.BotAuthentication;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discord's REST API: faults first, then the token, then the rate limits, then the route.
 *
 * @see <a href="https://discord.com/developers/docs/reference">API reference</a>
 */
public final class RestApi {
  private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);

  private final World world;
  private final BotAuthentication enrolment;
  private final RateLimits limits;
  private final RestFaults faults;
  private final Routes<RestRoute> routes = new Routes<>();

  /** The API over a world. */
  public RestApi(
      World world,
      BotAuthentication enrolment,
      RateLimits limits,
      RestFaults faults,
      RouteGroup... groups) {
    this.world = world;
    this.enrolment = enrolment;
    this.limits = limits;
    this.faults = faults;
    for (RouteGroup group : groups) {
      group.addTo(routes);
    }
  }

  /** A set of routes. */
  @FunctionalInterface
  public interface RouteGroup {
    /** Adds them. */
    void addTo(Routes<RestRoute> routes);
  }

  /** Answers a request whose path is below the API's prefix and version. */
  public Reply answer(Request request) {
    return faults.strike(request).orElseGet(() -> answerUnspoilt(request));
  }

  private Reply answerUnspoilt(Request request) {
    try {
      return routes
          .find(request.method(), request.path())
          .map(match -> answer(request, match))
          .orElseGet(() -> unknown(request));
    } catch (Rejection rejection) {
      return refusal(rejection);
    }
  }

  private Reply unknown(Request request) {
    LOG.warn("no such route: {}", request);
    return routes.hasPath(request.path())
        ? refusal(Rejection.of(405, 0, "405: Method Not Allowed"))
        : refusal(Rejection.notFound());
  }

  private Reply answer(Request request, Routes.Match<RestRoute> match) {
    RestRoute route = match.route().handler();
    Optional<Application> caller = caller(request);
    if (route.authenticated() && caller.isEmpty()) {
      throw Rejection.unauthorized();
    }
    Call call = new Call(request, match.parameters(), caller);
    return limits.apply(match, caller, () -> run(route, call));
  }

  private Reply.Full run(RestRoute route, Call call) {
    try {
      return route.locked()
          ? world.with(() -> route.endpoint().answer(call))
          : route.endpoint().answer(call);
    } catch (Rejection rejection) {
      return refusal(rejection);
    }
  }

  private static Reply.Full refusal(Rejection rejection) {
    return Reply.json(rejection.status(), rejection.json());
  }

  private Optional<Application> caller(Request request) {
    return request
        .header("Authorization")
        .filter(value -> value.startsWith("Bot "))
        .map(value -> value.substring("Bot ".length()).strip())
        .flatMap(enrolment::authenticate);
  }
}
