package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.turn.Turn;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes turns. The queue offers a turn again only when its earlier worker is thought dead, so a
 * lease that still runs is waited for, once, instead of spending one of the queue's few deliveries.
 */
final class Claims {
  private final TurnStore turns;
  private final Timekeeping time;
  private final Supplier<String> workers;

  Claims(TurnStore turns, Timekeeping time, Supplier<String> workers) {
    this.turns = turns;
    this.time = time;
    this.workers = workers;
  }

  Claim take(TurnRequested request, Instant deadline) {
    String worker = workers.get();
    Optional<Turn> taken = turns.claim(request.turnId(), worker, time.pace().lease());
    if (taken.isEmpty()) {
      Optional<Turn> known = turns.find(request.turnId());
      if (known.isPresent() && hasEnded(known.get())) {
        return new Claim.Ended();
      }
      known.ifPresentOrElse(turn -> awaitLease(turn, deadline), () -> note(request));
      taken = turns.claim(request.turnId(), worker, time.pace().lease());
    }
    return taken.<Claim>map(turn -> new Claim.Taken(turn, worker)).orElseGet(Claim.Held::new);
  }

  private void awaitLease(Turn turn, Instant deadline) {
    if (turn.leaseUntil().isBefore(deadline)) {
      Duration rest = Duration.between(time.now(), turn.leaseUntil().plusMillis(1));
      time.pause(rest);
    }
  }

  /** A turn that nobody noted before it was queued is as good as any other. */
  private void note(TurnRequested request) {
    turns.create(request.turnId(), request.conversation(), request.askedBy());
  }

  private static boolean hasEnded(Turn turn) {
    return switch (turn.state()) {
      case QUEUED, RUNNING -> false;
      case DONE, STOPPED, FAILED -> true;
    };
  }
}
