package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * The last steps of a turn, in an order that a crash between any two of them leaves repeatable:
 * remember the answer, show its last form, end the turn, note how it went.
 */
final class Conclusion {
  private static final int FINISH_ATTEMPTS = 3;

  private final TurnPorts ports;
  private final Timekeeping time;

  Conclusion(TurnPorts ports, Timekeeping time) {
    this.ports = ports;
    this.time = time;
  }

  void conclude(Desk desk, Optional<Reply> reply, Epilogue epilogue, Course course) {
    remember(desk, epilogue.remembered());
    boolean shown = finish(desk, reply, Draft.of(epilogue.text()));
    boolean ended = desk.end(shown ? epilogue.state() : TurnState.FAILED);
    String outcome = shown ? epilogue.outcome() : "channel-gone";
    report(desk, epilogue.remembered(), course, ended ? outcome : "lease-lost");
  }

  /** Another worker ends the turn; what was written here is left to it. */
  void abandon(Desk desk, String text, Course course) {
    report(desk, text, course, "lease-lost");
  }

  /** There is nowhere left to show an answer. */
  void giveUp(Desk desk, String text, Course course) {
    desk.end(TurnState.FAILED);
    report(desk, text, course, "channel-gone");
  }

  private void remember(Desk desk, String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      ports
          .history()
          .append(
              desk.request().conversation(),
              new Entry(desk.turnId(), Entry.Role.ASSISTANT, "", text, time.now()));
    } catch (TableUnavailableException e) {
      desk.tableSilent(e);
    }
  }

  private boolean finish(Desk desk, Optional<Reply> reply, Draft draft) {
    for (int attempt = 1; ; attempt++) {
      try {
        reply.orElseGet(() -> desk.open(draft)).finish(draft);
        return true;
      } catch (ReplyException e) {
        ports.log().trouble(desk.turnId(), "the platform does not take the reply", e);
        if (!e.retryable()) {
          return false;
        }
        if (attempt == FINISH_ATTEMPTS) {
          throw e;
        }
        time.pause(time.pace().retryAfter());
      }
    }
  }

  private void report(Desk desk, String text, Course course, String outcome) {
    ports
        .log()
        .ended(
            new TurnReport(
                desk.turnId(),
                ports.model().name(),
                course.firstToken(),
                Duration.between(course.began(), time.now()),
                text.length(),
                course.usage(),
                outcome));
  }
}
