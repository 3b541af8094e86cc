package dev.gatehouse.bridge.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

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
    return assertThat(verdict).asInstanceOf(type(Verdict.Refused.class)).actual().retryAfter();
  }

  @Test
  void slotsAreFurtherApartThanDiscordDemands() {
    assertThat(SPACING).isEqualTo(Duration.ofMillis(5250));
  }

  @ParameterizedTest
  @EnumSource
  void shardsIdentifyOncePerBucketAndSpacing(Kind kind) {
    discord = discord(CountingDiscord.TOTAL, 2);
    MeteredIdentifyGate gate = gate(kind);

    assertThat(identify(gate, 0)).isEqualTo(GRANTED);
    assertThat(identify(gate, 1)).isEqualTo(GRANTED);
    assertThat(wait(identify(gate, 2))).isEqualTo(SPACING);
    pass(Duration.ofSeconds(5));
    assertThat(wait(identify(gate, 2))).isEqualTo(Duration.ofMillis(250));
    pass(Duration.ofMillis(250));
    assertThat(identify(gate, 2)).isEqualTo(GRANTED);
  }

  @Test
  void processesShareTheSlotsOfABucket() {
    discord = discord(CountingDiscord.TOTAL, 2);
    MeteredIdentifyGate one = shared();
    MeteredIdentifyGate other = shared();

    assertThat(identify(one, 0)).isEqualTo(GRANTED);
    assertThat(identify(other, 3)).isEqualTo(GRANTED);
    assertThat(wait(identify(other, 2))).isEqualTo(SPACING);
    pass(SPACING);
    assertThat(identify(other, 2)).isEqualTo(GRANTED);
    assertThat(wait(identify(one, 4))).isEqualTo(SPACING);
  }

  @Test
  void aClockThatRanAheadHoldsNobodyUpForLong() {
    clock.advance(Duration.ofDays(1));
    identify(shared(), 0);
    clock.set(SettableClock.START);
    MeteredIdentifyGate gate = shared();

    assertThat(wait(identify(gate, 1))).isEqualTo(SPACING);
    pass(SPACING);
    assertThat(identify(gate, 1)).isEqualTo(GRANTED);
  }

  @Test
  void aProcessWhoseClockRunsAheadKeepsTheSlotsThatItTakes() {
    MeteredIdentifyGate ahead = shared();
    MeteredIdentifyGate behind = shared();
    clock.advance(Duration.ofDays(1));
    assertThat(identify(ahead, 0)).isEqualTo(GRANTED);
    clock.set(SettableClock.START);
    assertThat(wait(identify(behind, 1))).isEqualTo(SPACING);

    clock.advance(Duration.ofDays(1).plus(SPACING));
    assertThat(identify(ahead, 0)).isEqualTo(GRANTED);
    clock.set(SettableClock.START);
    nanos += SPACING.toNanos();
    assertThat(wait(identify(behind, 1))).as("somebody took a slot meanwhile").isEqualTo(SPACING);
    pass(SPACING);
    assertThat(identify(behind, 1)).isEqualTo(GRANTED);
    assertThat(wait(identify(behind, 2))).isEqualTo(SPACING);
  }

  @ParameterizedTest
  @EnumSource
  void leavesAReserve(Kind kind) {
    discord = discord(RESERVE + 1, 1);
    MeteredIdentifyGate gate = gate(kind);

    assertThat(identify(gate, 0)).isEqualTo(GRANTED);
    pass(Duration.ofMinutes(1));
    Verdict.Refused refused =
        assertThat(identify(gate, 0)).asInstanceOf(type(Verdict.Refused.class)).actual();
    assertThat(refused.retryAfter()).isEqualTo(UNTIL_RESET.minusMinutes(1));
    assertThat(refused.why().contains("resets the token")).isTrue();
    assertThat(discord.remaining()).isEqualTo(RESERVE);
  }

  @ParameterizedTest
  @EnumSource
  void theBudgetStartsOverWithDiscords(Kind kind) {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = gate(kind);
    pass(wait(identify(gate, 0)).minusMillis(1));
    assertThat(wait(identify(gate, 0))).isEqualTo(Duration.ofMillis(1));

    pass(Duration.ofMillis(1));
    assertThat(identifyAll(gate))
        .as("a whole day's budget")
        .isEqualTo(CountingDiscord.TOTAL - RESERVE);
  }

  @ParameterizedTest
  @EnumSource
  void keepsToDiscordsDayWhenDiscordDoesNotAnswer(Kind kind) {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = gate(kind);
    discord.down(true);
    pass(UNTIL_RESET.plusHours(48 + 20));

    assertThat(identifyAll(gate)).isEqualTo(CountingDiscord.TOTAL - RESERVE);
    Duration spent = SPACING.multipliedBy(CountingDiscord.TOTAL - RESERVE);
    assertThat(gate.remaining().untilReset()).isEqualTo(Duration.ofHours(4).minus(spent));
  }

  /** The reset comes late, or somebody has begun to spend the new day already. */
  @ParameterizedTest
  @EnumSource
  void asksDiscordAtTheReset(Kind kind) {
    discord = discord(RESERVE + 100, 1);
    MeteredIdentifyGate gate = gate(kind);
    pass(UNTIL_RESET);
    discord.identified(900);

    assertThat(identify(gate, 0)).isEqualTo(GRANTED);
    assertThat(gate.remaining().left()).isEqualTo(99);
    assertThat(gate.remaining().untilReset()).isEqualTo(Duration.ofDays(1));
  }

  /** What others spend with the same token. */
  @ParameterizedTest
  @EnumSource
  void asksDiscordWhenItsFigureIsOld(Kind kind) {
    MeteredIdentifyGate gate = gate(kind);
    identify(gate, 0);
    discord.identified(CountingDiscord.TOTAL - RESERVE - 1);
    pass(Duration.ofHours(1));

    assertThat(wait(identify(gate, 0))).isEqualTo(UNTIL_RESET.minusHours(1));
    assertThat(discord.remaining()).isEqualTo(RESERVE);
  }

  @ParameterizedTest
  @EnumSource
  void asksDiscordWhenItsFigureIsCloseToTheReserve(Kind kind) {
    discord = discord(RESERVE + 40, 1);
    MeteredIdentifyGate gate = gate(kind);
    for (int i = 0; i < 10; i++) {
      assertThat(identify(gate, 0)).isEqualTo(GRANTED);
      pass(SPACING);
    }
    assertThat(discord.questions()).isEqualTo(0);
    discord.identified(30);

    assertThat(identify(gate, 0)).isInstanceOf(Verdict.Refused.class);
    assertThat(discord.remaining()).isEqualTo(RESERVE);
  }

  @ParameterizedTest
  @EnumSource
  void doesNotAskDiscordAtEachIdentify(Kind kind) {
    discord = discord(RESERVE + 30, 1);
    MeteredIdentifyGate gate = gate(kind);

    assertThat(identifyAll(gate)).isEqualTo(30);
    Duration took = SPACING.multipliedBy(30);
    assertThat(discord.questions()).isEqualTo(took.toMinutes() + 1);
  }

  @ParameterizedTest
  @EnumSource
  void identifiesWithoutDiscordsAnswerAsLongAsItRemembersEnough(Kind kind) {
    discord = discord(RESERVE + 5, 1);
    MeteredIdentifyGate gate = gate(kind);
    discord.down(true);

    assertThat(identifyAll(gate)).isEqualTo(5);
    assertThat(discord.questions()).as("a failed question is not repeated at once").isEqualTo(1);
  }

  /** Nobody shall wait for hours because of a figure that Discord has not confirmed. */
  @ParameterizedTest
  @EnumSource
  void asksAgainSoonWhenDiscordDoesNotConfirmThatTheBudgetIsSpent(Kind kind) {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = gate(kind);
    discord.down(true);
    assertThat(wait(identify(gate, 0))).isEqualTo(Duration.ofMinutes(1));

    discord.down(false);
    discord.identified(-10);
    pass(Duration.ofMinutes(1));
    assertThat(identify(gate, 0)).isEqualTo(GRANTED);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsLeft(Kind kind) {
    MeteredIdentifyGate gate = gate(kind);
    identify(gate, 0);
    pass(Duration.ofHours(1));
    assertThat(gate.remaining())
        .isEqualTo(new RemainingIdentifies(CountingDiscord.TOTAL, 999, UNTIL_RESET.minusHours(1)));

    pass(Duration.ofHours(2));
    assertThat(gate.remaining())
        .isEqualTo(new RemainingIdentifies(CountingDiscord.TOTAL, 1000, Duration.ofDays(1)));
  }

  @Test
  void tellsWhatOthersHaveSpent() {
    SharedIdentifyGate one = shared();
    SharedIdentifyGate other = shared();
    identify(one, 0);
    other.look();
    assertThat(other.remaining().left()).as("the table is not read all the time").isEqualTo(1000);

    pass(Duration.ofMinutes(1));
    other.look();
    assertThat(other.remaining().left()).isEqualTo(999);
  }

  @Test
  void processesShareTheBudgetOfADay() {
    discord = discord(RESERVE + 2, 1);
    MeteredIdentifyGate one = shared();
    MeteredIdentifyGate other = shared();
    discord.down(true);

    assertThat(identify(one, 0)).isEqualTo(GRANTED);
    pass(SPACING);
    assertThat(identify(other, 0)).isEqualTo(GRANTED);
    pass(SPACING);
    assertThat(identify(one, 0)).isInstanceOf(Verdict.Refused.class);
    assertThat(identify(other, 0)).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void whatDiscordCountedOnAnotherDaySaysNothing() {
    discord = discord(RESERVE, 1);
    MeteredIdentifyGate gate = shared();
    discord.down(true);
    pass(Duration.ofDays(3));

    assertThat(identify(gate, 0)).isEqualTo(GRANTED);
  }

  @Test
  void whatDiscordHasCountedTodayOutweighsYesterdaysRow() {
    discord = discord(RESERVE, 1);
    wait(identify(shared(), 0));
    pass(Duration.ofHours(4));
    discord.identified(978);
    MeteredIdentifyGate gate = shared();
    discord.down(true);

    assertThat(identifyAll(gate)).isEqualTo(2);
  }

  /** Slots that were granted and not used, or another process's mistake. */
  @Test
  void whatDiscordHasCountedOutweighsARowThatCountsMore() {
    discord = discord(RESERVE, 1);
    wait(identify(shared(), 0));
    discord.identified(-100);

    assertThat(identify(shared(), 0)).isEqualTo(GRANTED);
  }

  @Test
  void aSlotThatAnotherProcessTakesFirstCostsNothing() {
    SharedIdentifyGate other = shared(table);
    MeddledTable way = new MeddledTable(table);
    SharedIdentifyGate one = shared(way);
    way.beforeTheNextChange(() -> identify(other, 0));

    assertThat(wait(identify(one, 0))).isEqualTo(SPACING);
    assertThat(one.remaining().left()).isEqualTo(999);
    assertThat(discord.remaining()).isEqualTo(999);
  }

  /** The other process may give it back, if it does not get the slot. */
  @Test
  void whatAnotherProcessSpendsFirstIsNotTakenForTheEndOfTheDay() {
    discord = discord(RESERVE + 2, 3);
    MeddledTable way = new MeddledTable(table);
    SharedIdentifyGate one = shared(way);
    SharedIdentifyGate other = shared();
    assertThat(identify(one, 0)).isEqualTo(GRANTED);
    way.beforeTheNextChange(() -> assertThat(identify(other, 1)).isEqualTo(GRANTED));

    assertThat(wait(identify(one, 2))).isEqualTo(SPACING);
    assertThat(wait(identify(one, 2))).isEqualTo(UNTIL_RESET);
  }

  @Test
  void waitsWhenTheTableDoesNotAnswer() {
    table.unavailable(true);

    Verdict.Refused refused =
        assertThat(shared().request(shard(0))).asInstanceOf(type(Verdict.Refused.class)).actual();
    assertThat(refused.why().startsWith("STATE_TABLE")).isTrue();
  }
}
