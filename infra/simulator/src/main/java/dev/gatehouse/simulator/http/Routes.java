package dev.gatehouse.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routes in the order in which they were added; the first that fits wins.
 *
 * @param <H> what a route leads to
 */
public final class Routes<H> {
  private final List<Route<H>> routes = new ArrayList<>();

  /** A method and a template, and where they lead. */
  public record Route<H>(String method, Template template, H handler) {}

  /** A route that fits, with the values of its places. */
  public record Match<H>(Route<H> route, Parameters parameters) {}

  /** Adds a route. */
  public Routes<H> add(String method, String template, H handler) {
    routes.add(new Route<>(method, Template.of(template), handler));
    return this;
  }

  /** The first route that fits. */
  public Optional<Match<H>> find(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method))
        .flatMap(route -> route.template().match(path).map(p -> new Match<>(route, p)).stream())
        .findFirst();
  }

  /** Whether some other method is served at the path. */
  public boolean hasPath(String path) {
    return routes.stream().anyMatch(route -> route.template().match(path).isPresent());
  }
}
