package dev.gatehouse.assistant.participation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.participation.Participation.LastRead;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParticipationsTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "100");
  private static final Optional<String> GUILD = Optional.of("50");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final LastRead CALL = new LastRead("1001", NOON, -1);

  private final SettableClock clock = new SettableClock(NOON);
  private final Participations participations =
      new Participations(new InMemoryTable(), clock, Duration.ofDays(2));

  @Test
  void aCallMakesUsTakePart() {
    participations.called(HERE, GUILD, CALL, () -> true);

    assertThat(participations.find(HERE))
        .contains(new Participation(HERE, GUILD, true, NOON, CALL));
    assertThat(participations.active(new Platform("discord"), guild -> true)).containsExactly(HERE);
    assertThat(participations.active(new Platform("stoat"), guild -> true)).isEmpty();
  }

  @Test
  void aFurtherCallKeepsWhatIsKnownAndDoesNotAskAgain() {
    participations.called(HERE, GUILD, CALL, () -> true);
    LastRead later = new LastRead("1002", NOON.plusSeconds(1), 7);

    participations.called(
        HERE,
        GUILD,
        later,
        () -> {
          throw new AssertionError("it is known whether this is a thread");
        });

    assertThat(participations.find(HERE))
        .contains(new Participation(HERE, GUILD, true, NOON, later));
  }

  @Test
  void aDirectConversationIsNoThread() {
    participations.called(HERE, Optional.empty(), CALL, () -> true);

    assertThat(participations.calledIntoThread(HERE)).isFalse();
    assertThat(participations.find(HERE)).map(Participation::direct).contains(true);
  }

  @Test
  void aThreadIsOneOnlyAfterTheCall() {
    assertThat(participations.calledIntoThread(HERE)).isFalse();

    participations.called(HERE, GUILD, CALL, () -> true);

    assertThat(participations.calledIntoThread(HERE)).isTrue();
  }

  @Test
  void notesWhatWasReadLast() {
    participations.called(HERE, GUILD, CALL, () -> false);
    participations.read(HERE, new LastRead("1002", NOON.plusSeconds(1), 7));

    assertThat(participations.find(HERE))
        .map(Participation::lastRead)
        .contains(new LastRead("1002", NOON.plusSeconds(1), 7));
  }

  @Test
  void olderNewsChangesNothing() {
    participations.called(HERE, GUILD, CALL, () -> false);
    participations.read(HERE, new LastRead("1000", NOON.minusSeconds(1), 7));

    assertThat(participations.find(HERE)).map(Participation::lastRead).contains(CALL);
  }

  @Test
  void whereWeTakeNoPartNothingIsNoted() {
    participations.read(HERE, CALL);

    assertThat(participations.find(HERE)).isEmpty();
    assertThat(participations.active(new Platform("discord"), guild -> true)).isEmpty();
  }

  @Test
  void whatIsNotUsedIsForgotten() {
    participations.called(HERE, GUILD, CALL, () -> false);
    clock.advance(Duration.ofDays(2));

    assertThat(participations.find(HERE)).isEmpty();
    assertThat(participations.active(new Platform("discord"), guild -> true)).isEmpty();
  }

  @Test
  void listsWhatIsWantedAndFirstWhereWeWereCalledLast() {
    ConversationId there = new ConversationId(new Platform("discord"), "99");
    ConversationId direct = new ConversationId(new Platform("discord"), "101");
    participations.called(HERE, GUILD, CALL, () -> false);
    participations.called(direct, Optional.empty(), CALL, () -> false);
    clock.advance(Duration.ofSeconds(1));
    participations.called(there, GUILD, CALL, () -> false);

    assertThat(participations.active(new Platform("discord"), Optional::isPresent))
        .containsExactly(there, HERE);
    assertThat(participations.active(new Platform("discord"), Optional::isEmpty))
        .containsExactly(direct);
  }
}
