package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes requests fail on demand. */
public final class RestFaults {
  private final List<Armed> armed = new ArrayList<>();

  /** What happens to a request. */
  public sealed interface Outcome {
    /**
     * It comes too soon.
     *
     * @param retryAfter in seconds
     * @param scope user, global or shared
     */
    record TooMany(double retryAfter, String scope) implements Outcome {}

    /** The server fails. */
    record ServerError(int status) implements Outcome {}

    /** The answer comes late. */
    record Late(long millis) implements Outcome {}
  }

  /**
   * A fault that waits for a request.
   *
   * @param route {@code METHOD /path} or a part of it; empty for every request
   */
  public record Armed(Outcome outcome, String route, int left) {
    boolean fits(Request request) {
      return (request.method() + " " + request.path()).contains(route);
    }
  }

  /** Arms a fault. */
  public synchronized void arm(Armed fault) {
    armed.add(fault);
  }

  /** Disarms all of them. */
  public synchronized void clear() {
    armed.clear();
  }

  /** The failure that meets the request, if any. */
  Optional<Reply> strike(Request request) {
    Optional<Outcome> outcome = take(request);
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    return switch (outcome.get()) {
      case Outcome.TooMany tooMany -> Optional.of(tooMany(tooMany));
      case Outcome.ServerError(int status) ->
          Optional.of(Reply.text(status, status + ": the server fails on request\n"));
      case Outcome.Late(long millis) -> {
        pause(millis);
        yield Optional.empty();
      }
    };
  }

  private synchronized Optional<Outcome> take(Request request) {
    for (int i = 0; i < armed.size(); i++) {
      Armed fault = armed.get(i);
      if (fault.fits(request)) {
        use(i, fault);
        return Optional.of(fault.outcome());
      }
    }
    return Optional.empty();
  }

  private void use(int index, Armed fault) {
    if (fault.left() > 1) {
      armed.set(index, new Armed(fault.outcome(), fault.route(), fault.left() - 1));
    } else {
      armed.remove(index);
    }
  }

  private static Reply tooMany(Outcome.TooMany fault) {
    boolean global = fault.scope().equals("global");
    return TooManyRequests.reply(fault.retryAfter(), fault.scope(), global);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
