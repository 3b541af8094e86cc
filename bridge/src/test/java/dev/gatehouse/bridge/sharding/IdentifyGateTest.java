package dev.gatehouse.bridge.sharding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.bridge.api.GatewayInfo;
import dev.gatehouse.bridge.shard.IdentifyGate;
import dev.gatehouse.bridge.shard.IdentifyGate.Verdict;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Both gates keep Discord's pace; the shared one across processes. */
class IdentifyGateTest {
  private static final Verdict GRANTED = new Verdict.Granted();
  private static final Duration SPACING = Duration.ofSeconds(5);

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private long nanos;

  private static GatewayInfo info(int remaining, int maxConcurrency) {
    return new GatewayInfo(
        "wss://gateway.example", 16, 1000, remaining, Duration.ofHours(3), maxConcurrency);
  }

  private IdentifyGate local(int remaining, int maxConcurrency) {
    return new LocalIdentifyGate(info(remaining, maxConcurrency), () -> nanos);
  }

  private IdentifyGate shared(int remaining, int maxConcurrency) {
    return new SharedIdentifyGate(
        table,
        StateKeys.of(Secret.of("token")),
        info(remaining, maxConcurrency),
        clock,
        () -> nanos);
  }

  private void pass(Duration time) {
    clock.advance(time);
    nanos += time.toNanos();
  }

  private static Shard shard(int index) {
    return new Shard(index, 16);
  }

  private static Duration wait(Verdict verdict) {
    return assertInstanceOf(Verdict.Refused.class, verdict).retryAfter();
  }

  @Test
  void oneProcessIdentifiesOncePerBucketAndSpacing() {
    IdentifyGate gate = local(1000, 2);

    assertEquals(GRANTED, gate.request(shard(0)));
    assertEquals(GRANTED, gate.request(shard(1)));
    assertEquals(SPACING, wait(gate.request(shard(2))));
    pass(Duration.ofSeconds(3));
    assertEquals(Duration.ofSeconds(2), wait(gate.request(shard(2))));
    pass(Duration.ofSeconds(2));
    assertEquals(GRANTED, gate.request(shard(2)));
  }

  @Test
  void processesShareTheTurnsOfABucket() {
    IdentifyGate one = shared(1000, 2);
    IdentifyGate other = shared(1000, 2);

    assertEquals(GRANTED, one.request(shard(0)));
    assertEquals(GRANTED, other.request(shard(3)));
    assertEquals(SPACING, wait(other.request(shard(2))));
    pass(SPACING);
    assertEquals(GRANTED, other.request(shard(2)));
    assertEquals(SPACING, wait(one.request(shard(4))));
  }

  @Test
  void aClockThatRanAheadHoldsNobodyUpForLong() {
    clock.advance(Duration.ofDays(1));
    shared(1000, 1).request(shard(0));
    clock.set(SettableClock.START);
    IdentifyGate gate = shared(1000, 1);

    assertEquals(SPACING, wait(gate.request(shard(1))));
    pass(SPACING);
    assertEquals(GRANTED, gate.request(shard(1)));
  }

  @Test
  void aProcessWhoseClockRunsAheadKeepsTheTurnsThatItTakes() {
    IdentifyGate ahead = shared(1000, 1);
    IdentifyGate behind = shared(1000, 1);
    clock.advance(Duration.ofDays(1));
    assertEquals(GRANTED, ahead.request(shard(0)));
    clock.set(SettableClock.START);
    assertEquals(SPACING, wait(behind.request(shard(1))));

    clock.advance(Duration.ofDays(1).plus(SPACING));
    assertEquals(GRANTED, ahead.request(shard(0)));
    clock.set(SettableClock.START);
    nanos += SPACING.toNanos();
    assertEquals(SPACING, wait(behind.request(shard(1))), "somebody took a turn meanwhile");
    pass(SPACING);
    assertEquals(GRANTED, behind.request(shard(1)));
    assertEquals(SPACING, wait(behind.request(shard(2))));
  }

  @Test
  void oneProcessLeavesAReserve() {
    IdentifyGate gate = local(LocalIdentifyGate.RESERVE + 1, 1);

    assertEquals(GRANTED, gate.request(shard(0)));
    pass(SPACING);
    Verdict.Refused refused = assertInstanceOf(Verdict.Refused.class, gate.request(shard(0)));
    assertEquals(Duration.ofHours(3).minus(SPACING), refused.retryAfter());
    assertTrue(refused.why().contains("resets the token"));
  }

  @Test
  void theBudgetOfOneProcessStartsOverWithDiscords() {
    IdentifyGate gate = local(LocalIdentifyGate.RESERVE, 1);
    Duration wait = wait(gate.request(shard(0)));
    pass(wait.minusNanos(1));
    assertEquals(Duration.ofNanos(1), wait(gate.request(shard(0))));

    pass(Duration.ofNanos(1));
    assertEquals(1000 - LocalIdentifyGate.RESERVE, identifies(gate), "a whole day's budget");
  }

  @Test
  void theBudgetOfOneProcessKeepsToDiscordsDay() {
    IdentifyGate gate = local(LocalIdentifyGate.RESERVE, 1);
    pass(Duration.ofHours(3 + 48 + 20));
    assertEquals(1000 - LocalIdentifyGate.RESERVE, identifies(gate));

    Duration spent = SPACING.multipliedBy(1000 - LocalIdentifyGate.RESERVE);
    assertEquals(Duration.ofHours(4).minus(spent), wait(gate.request(shard(0))));
  }

  /** Identifies at Discord's pace until the budget is spent; tells how often that was. */
  private int identifies(IdentifyGate gate) {
    int count = 0;
    while (gate.request(shard(0)) instanceof Verdict.Granted) {
      count++;
      pass(SPACING);
    }
    return count;
  }

  @Test
  void processesShareTheBudgetOfADay() {
    IdentifyGate one = shared(LocalIdentifyGate.RESERVE + 2, 1);
    IdentifyGate other = shared(LocalIdentifyGate.RESERVE + 2, 1);

    assertEquals(GRANTED, one.request(shard(0)));
    pass(SPACING);
    assertEquals(GRANTED, other.request(shard(0)));
    pass(SPACING);
    Verdict.Refused refused = assertInstanceOf(Verdict.Refused.class, one.request(shard(0)));
    assertTrue(refused.why().contains("resets the token"));
    assertEquals(Duration.ofHours(3).minus(SPACING.multipliedBy(2)), refused.retryAfter());

    pass(refused.retryAfter().plusMillis(1));
    assertEquals(GRANTED, one.request(shard(0)));
  }

  @Test
  void theSharedBudgetKeepsToDiscordsDay() {
    IdentifyGate gate = shared(LocalIdentifyGate.RESERVE, 1);
    wait(gate.request(shard(0)));
    pass(Duration.ofHours(3 + 48 + 20));
    assertEquals(1000 - LocalIdentifyGate.RESERVE, identifies(gate));

    pass(SPACING);
    Duration spent = SPACING.multipliedBy(1000 - LocalIdentifyGate.RESERVE + 1);
    assertEquals(Duration.ofHours(4).minus(spent), wait(gate.request(shard(0))));
  }

  @Test
  void whatDiscordCountedOnAnotherDaySaysNothing() {
    IdentifyGate gate = shared(LocalIdentifyGate.RESERVE, 1);
    pass(Duration.ofDays(3));

    assertEquals(GRANTED, gate.request(shard(0)));
  }

  @Test
  void whatDiscordHasCountedTodayOutweighsYesterdaysRow() {
    wait(shared(LocalIdentifyGate.RESERVE, 1).request(shard(0)));
    pass(Duration.ofHours(4));
    IdentifyGate gate = shared(LocalIdentifyGate.RESERVE + 2, 1);

    assertEquals(2, identifies(gate));
  }

  @Test
  void waitsWhenTheTableDoesNotAnswer() {
    table.unavailable(true);

    Verdict.Refused refused =
        assertInstanceOf(Verdict.Refused.class, shared(1000, 1).request(shard(0)));
    assertTrue(refused.why().startsWith("STATE_TABLE"));
  }
}
