package dev.gatehouse.local.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * When a schedule fires, in UTC.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Expressions</a>
 */
sealed interface ScheduleExpression permits Rate, Cron {
  /** The first instant after the given one; empty when there is none. */
  Optional<Instant> next(Instant after);
}
