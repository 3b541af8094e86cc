package dev.gatehouse.bridge.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.bridge.shard.IdentifyGate;
import dev.gatehouse.bridge.shard.IdentifyGate.Verdict;
import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both gates keep Discord's pace and its budget; the shared one across processes. */
class IdentifyGateTest {
  private static final Verdict GRANTED = new Verdict.Granted();
  private static final Duration SPACING = IdentifySlots.SPACING;
  private static final Duration UNTIL_RESET = Duration.ofHours(3);
  private static final int RESERVE = RemainingIdentifies.RESERVE;

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private long nanos;
  private int gates;
  private CountingDiscord discord = discord(CountingDiscord.TOTAL, 1);

  /** Which gate a test is about. */
  enum Kind {
    LOCAL,
    SHARED
  }

  private CountingDiscord discord(int remaining, int maxConcurrency) {
    return new CountingDiscord(() -> nanos, remaining, maxConcurrency, UNTIL_RESET);
  }

  private MeteredIdentifyGate gate(Kind kind) {
    return switch (kind) {
      case LOCAL -> new LocalIdentifyGate(discord.info(), discord, () -> nanos);
      case SHARED -> shared();
    };
  }

  private SharedIdentifyGate shared() {
    return shared(table);
  }

  private SharedIdentifyGate shared(Table way) {
    return new SharedIdentifyGate(
        way,
        StateKeys.of(Secret.of("token")),
        "process " + ++gates,
        discord.info(),
        discord,
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

  /** Asks, and identifies if that is granted. */
  private Verdict identify(IdentifyGate gate, int shard) {
    Verdict verdict = gate.request(shard(shard));
    if (verdict instanceof Verdict.Granted) {
      discord.identified(1);
    }
    return verdict;
  }

  /** Identifies at Discord's pace until the budget is spent; tells how often that was. */
  private int identifyAll(IdentifyGate gate) {
    int count = 0;
    while (identify(gate, 0) instanceof Verdict.Granted) {
      count++;
      pass(SPACING);
    }
    return count;
  }

  private static Duration wait(Verdict verdict) {
    return assertInstanceOf(Verdict.Refused.class, verdict).retryAfter();
  }

  @Test
  void slotsAreFurtherApartThanDiscordDemands() {
    assertEquals(Duration.ofMillis(5250), SPACING);
  }

  @ParameterizedTest
  @EnumSource
  void shardsIdentifyOncePerBucketAndSpacing(Kind kind) {
    discord = discord(CountingDiscord.TOTAL, 2);
    MeteredIdentifyGate gate = gate(kind);

    assertEquals(GRANTED, identify(gate, 0));
    assertEquals(GRANTED, identify(gate, 1));
    assertEquals(SPACING, wait(identify(gate, 2)));
    pass(Duration.ofSeconds(5));
    assertEquals(Duration.ofMillis(250), wait(identify(gate, 2)));
    pass(Duration.ofMillis(250));
    assertEquals(GRANTED, identify(gate, 2));
  }

  @Test
  void processesShareTheSlotsOfABucket() {
    discord = discord(CountingDiscord.TOTAL, 2);
    MeteredIdentifyGate one = shared();
    MeteredIdentifyGate other = shared();

    assertEquals(GRANTED, identify(one, 0));
    assertEquals(GRANTED, identify(other, 3));
    assertEquals(SPACING, wait(identify(other, 2)));
    pass(SPACING);
    assertEquals(GRANTED, identify(other, 2));
    assertEquals(SPACING, wait(identify(one, 4)));
  }

  @Test
  void aClockThatRanAheadHoldsNobodyUpForLong() {
    clock.advance(Duration.ofDays(1));
    identify(shared(), 0);
    clock.set(SettableClock.START);
    MeteredIdentifyGate gate = shared();

    assertEquals(SPACING, wait(identify(gate, 1)));
    pass(SPACING);
    assertEquals(GRANTED, identify(gate, 1));
  }

  @Test
  void aProcessWhoseClockRunsAheadKeepsTheSlotsThatItTakes() {
    MeteredIdentifyGate ahead = shared();
    MeteredIdentifyGate behind = shared();
    clock.advance(Duration.ofDays(1));
    assertEquals(GRANTED, identify(ahead, 0));
    clock.set(SettableClock.START);
    assertEquals(SPACING, wait(identify(behind, 1)));

    clock.advance(Duration.ofDays(1).plus(SPACING));
    assertEquals(GRANTED, identify(ahead, 0));
    clock.set(SettableClock.START);
    nanos += SPACING.toNanos();
    assertEquals(SPACING, wait(identify(behind, 1)), "somebody took a slot meanwhile");
    pass(SPACING);
    assertEquals(GRANTED, identify(behind, 1));
    assertEquals(SPACING, wait(identify(behind, 2)));
  }

  @ParameterizedTest
  @EnumSource
  void leavesAReserve(Kind kind) {
    discord = discord(RESERVE + 1, 1);
    MeteredIdentifyGate gate = gate(kind);

    assertEquals(GRANTED, identify(gate, 0));
    pass(Duration.ofMinutes(1));
    Verdict.Refused refused = assertInstanceOf(Verdict.Refused.class, identify(gate, 0));
    assertEquals(UNTIL_RESET.minusMinutes(1), refused.retryAfter());
    assertTrue(refused.why().contains("resets the token"));
    assertEquals(RESERVE, discord.remaining());
  }

  @ParameterizedTest
  @EnumSource
  void theBudgetStartsOverWithDiscords(Kind kind) {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = gate(kind);
    pass(wait(identify(gate, 0)).minusMillis(1));
    assertEquals(Duration.ofMillis(1), wait(identify(gate, 0)));

    pass(Duration.ofMillis(1));
    assertEquals(CountingDiscord.TOTAL - RESERVE, identifyAll(gate), "a whole day's budget");
  }

  @ParameterizedTest
  @EnumSource
  void keepsToDiscordsDayWhenDiscordDoesNotAnswer(Kind kind) {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = gate(kind);
    discord.down(true);
    pass(UNTIL_RESET.plusHours(48 + 20));

    assertEquals(CountingDiscord.TOTAL - RESERVE, identifyAll(gate));
    Duration spent = SPACING.multipliedBy(CountingDiscord.TOTAL - RESERVE);
    assertEquals(Duration.ofHours(4).minus(spent), gate.remaining().untilReset());
  }

  /** The reset comes late, or somebody has begun to spend the new day already. */
  @ParameterizedTest
  @EnumSource
  void asksDiscordAtTheReset(Kind kind) {
    discord = discord(RESERVE + 100, 1);
    MeteredIdentifyGate gate = gate(kind);
    pass(UNTIL_RESET);
    discord.identified(900);

    assertEquals(GRANTED, identify(gate, 0));
    assertEquals(99, gate.remaining().left());
    assertEquals(Duration.ofDays(1), gate.remaining().untilReset());
  }

  /** What others spend with the same token. */
  @ParameterizedTest
  @EnumSource
  void asksDiscordWhenItsFigureIsOld(Kind kind) {
    MeteredIdentifyGate gate = gate(kind);
    identify(gate, 0);
    discord.identified(CountingDiscord.TOTAL - RESERVE - 1);
    pass(Duration.ofHours(1));

    assertEquals(UNTIL_RESET.minusHours(1), wait(identify(gate, 0)));
    assertEquals(RESERVE, discord.remaining());
  }

  @ParameterizedTest
  @EnumSource
  void asksDiscordWhenItsFigureIsCloseToTheReserve(Kind kind) {
    discord = discord(RESERVE + 40, 1);
    MeteredIdentifyGate gate = gate(kind);
    for (int i = 0; i < 10; i++) {
      assertEquals(GRANTED, identify(gate, 0));
      pass(SPACING);
    }
    assertEquals(0, discord.questions());
    discord.identified(30);

    assertInstanceOf(Verdict.Refused.class, identify(gate, 0));
    assertEquals(RESERVE, discord.remaining());
  }

  @ParameterizedTest
  @EnumSource
  void doesNotAskDiscordAtEachIdentify(Kind kind) {
    discord = discord(RESERVE + 30, 1);
    MeteredIdentifyGate gate = gate(kind);

    assertEquals(30, identifyAll(gate));
    Duration took = SPACING.multipliedBy(30);
    assertEquals(took.toMinutes() + 1, discord.questions());
  }

  @ParameterizedTest
  @EnumSource
  void identifiesWithoutDiscordsAnswerAsLongAsItRemembersEnough(Kind kind) {
    discord = discord(RESERVE + 5, 1);
    MeteredIdentifyGate gate = gate(kind);
    discord.down(true);

    assertEquals(5, identifyAll(gate));
    assertEquals(1, discord.questions(), "a failed question is not repeated at once");
  }

  /** Nobody shall wait for hours because of a figure that Discord has not confirmed. */
  @ParameterizedTest
  @EnumSource
  void asksAgainSoonWhenDiscordDoesNotConfirmThatTheBudgetIsSpent(Kind kind) {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = gate(kind);
    discord.down(true);
    assertEquals(Duration.ofMinutes(1), wait(identify(gate, 0)));

    discord.down(false);
    discord.identified(-10);
    pass(Duration.ofMinutes(1));
    assertEquals(GRANTED, identify(gate, 0));
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsLeft(Kind kind) {
    MeteredIdentifyGate gate = gate(kind);
    identify(gate, 0);
    pass(Duration.ofHours(1));
    assertEquals(
        new RemainingIdentifies(CountingDiscord.TOTAL, 999, UNTIL_RESET.minusHours(1)),
        gate.remaining());

    pass(Duration.ofHours(2));
    assertEquals(
        new RemainingIdentifies(CountingDiscord.TOTAL, 1000, Duration.ofDays(1)), gate.remaining());
  }

  @Test
  void tellsWhatOthersHaveSpent() {
    SharedIdentifyGate one = shared();
    SharedIdentifyGate other = shared();
    identify(one, 0);
    other.look();
    assertEquals(1000, other.remaining().left(), "the table is not read all the time");

    pass(Duration.ofMinutes(1));
    other.look();
    assertEquals(999, other.remaining().left());
  }

  @Test
  void processesShareTheBudgetOfADay() {
    discord = discord(RESERVE + 2, 1);
    MeteredIdentifyGate one = shared();
    MeteredIdentifyGate other = shared();
    discord.down(true);

    assertEquals(GRANTED, identify(one, 0));
    pass(SPACING);
    assertEquals(GRANTED, identify(other, 0));
    pass(SPACING);
    assertInstanceOf(Verdict.Refused.class, identify(one, 0));
    assertInstanceOf(Verdict.Refused.class, identify(other, 0));
  }

  @Test
  void whatDiscordCountedOnAnotherDaySaysNothing() {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = shared();
    discord.down(true);
    pass(Duration.ofDays(3));

    assertEquals(GRANTED, identify(gate, 0));
  }

  @Test
  void whatDiscordHasCountedTodayOutweighsYesterdaysRow() {
    discord = discord(RESERVE, 1);
    wait(identify(shared(), 0));
    pass(Duration.ofHours(4));
    discord.identified(978);
    MeteredIdentifyGate gate = shared();
    discord.down(true);

    assertEquals(2, identifyAll(gate));
  }

  /** Slots that were granted and not used, or another process's mistake. */
  @Test
  void whatDiscordHasCountedOutweighsARowThatCountsMore() {
    discord = discord(RESERVE, 1);
    wait(identify(shared(), 0));
    discord.identified(-100);

    assertEquals(GRANTED, identify(shared(), 0));
  }

  @Test
  void aSlotThatAnotherProcessTakesFirstCostsNothing() {
    SharedIdentifyGate other = shared(table);
    MeddledTable way = new MeddledTable(table);
    SharedIdentifyGate one = shared(way);
    way.beforeTheNextChange(() -> identify(other, 0));

    assertEquals(SPACING, wait(identify(one, 0)));
    assertEquals(999, one.remaining().left());
    assertEquals(999, discord.remaining());
  }

  /** The other process may give it back, if it does not get the turn. */
  @Test
  void whatAnotherProcessSpendsFirstIsNotTakenForTheEndOfTheDay() {
    discord = discord(RESERVE + 2, 3);
    MeddledTable way = new MeddledTable(table);
    SharedIdentifyGate one = shared(way);
    SharedIdentifyGate other = shared();
    assertEquals(GRANTED, identify(one, 0));
    way.beforeTheNextChange(() -> assertEquals(GRANTED, identify(other, 1)));

    assertEquals(SPACING, wait(identify(one, 2)));
    assertEquals(UNTIL_RESET, wait(identify(one, 2)));
  }

  @Test
  void waitsWhenTheTableDoesNotAnswer() {
    table.unavailable(true);

    Verdict.Refused refused = assertInstanceOf(Verdict.Refused.class, shared().request(shard(0)));
    assertTrue(refused.why().startsWith("STATE_TABLE"));
  }
}
