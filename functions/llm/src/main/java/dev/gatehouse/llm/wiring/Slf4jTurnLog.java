package dev.gatehouse.llm.wiring;

import dev.gatehouse.llm.turn.TurnLog;
import dev.gatehouse.llm.turn.TurnReport;
import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each turn, of {@code key=value} pairs that a log query can sum up. */
final class Slf4jTurnLog implements TurnLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.gatehouse.llm.turn");

  @Override
  public void ended(TurnReport report) {
    LOG.info(
        "turn={} model={} outcome={} first_token_ms={} total_ms={} chars={} tokens_in={} tokens_out={}",
        report.turnId(),
        report.model(),
        report.outcome(),
        report.firstToken().map(Duration::toMillis).map(String::valueOf).orElse("-"),
        report.total().toMillis(),
        report.characters(),
        text(report.usage().input()),
        text(report.usage().output()));
  }

  @Override
  public void skipped(String turnId) {
    LOG.info("turn={} outcome=ended-before", turnId);
  }

  @Override
  public void trouble(String turnId, String what, Exception why) {
    LOG.warn("turn={} trouble=\"{}\" reason=\"{}\"", turnId, what, why.getMessage());
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
  }
}
