package dev.gatehouse.testkit.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.lease.Lease;
import dev.gatehouse.cloud.lease.LeaseClaim;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.lease.LeaseTable;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever holders do and whenever they die, one at a time works and one alone finishes. */
final class LeasePropertyTest {
  private static final Key ROW = new Key("key", "row");
  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Duration KEEP = Duration.ofDays(1);

  enum Act {
    CLAIM,
    PROGRESS,
    RENEW,
    RELEASE,
    FINISH,
    WAIT
  }

  record Step(Act act, String holder) {}

  @Property(tries = 500)
  void oneAtATimeWorksAndOneAloneFinishes(@ForAll("steps") List<Step> steps) {
    Model model = new Model();
    steps.forEach(model::play);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.of("a", "b", "c"))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  /** What should be true, kept beside the table. */
  private static final class Model {
    private final SettableClock clock = new SettableClock();
    private final LeaseTable leases = new LeaseTable(new InMemoryTable(), clock);
    private final Map<String, Lease> newest = new HashMap<>();
    private Optional<String> owner = Optional.empty();
    private Optional<String> finisher = Optional.empty();
    private Optional<String> result = Optional.empty();
    private Instant until = Instant.MIN;
    private String progress = "";
    private int claims;
    private int notes;

    void play(Step step) {
      String holder = step.holder();
      String note = "note " + notes++;
      List<Change> written = List.of(Change.set("note", Value.of(note)));
      switch (step.act()) {
        case CLAIM -> claim(holder);
        case PROGRESS -> write(holder, lease -> lease.progress(written), () -> progress = note);
        case RENEW ->
            write(
                holder,
                lease -> lease.renew(written),
                () -> {
                  progress = note;
                  until = clock.instant().plus(LENGTH);
                });
        case RELEASE ->
            write(holder, lease -> lease.release(List.of()), () -> owner = Optional.empty());
        case FINISH -> finish(holder, note, written);
        case WAIT -> clock.advance(LENGTH.dividedBy(2));
      }
    }

    /** Who has finished may send the same again, since its answer may have been lost. */
    private void finish(String holder, String note, List<Change> written) {
      if (finisher.equals(Optional.of(holder))) {
        newest.get(holder).finish(KEEP, written);
        result = Optional.of(note);
        return;
      }
      write(
          holder,
          lease -> lease.finish(KEEP, written),
          () -> {
            assertThat(result).as("finished by two").isEmpty();
            result = Optional.of(note);
            finisher = owner;
            owner = Optional.empty();
          });
    }

    private void claim(String holder) {
      switch (leases.claim(ROW, holder, LENGTH, List.of())) {
        case LeaseClaim.Finished(var row) -> assertThat(row.text("note")).isEqualTo(result);
        case LeaseClaim.Held(Instant end) -> {
          assertThat(isHeldByOther(holder)).isTrue();
          assertThat(end).isEqualTo(until);
        }
        case LeaseClaim.Claimed(Lease lease) -> took(holder, lease);
        case LeaseClaim.Resumed(Lease lease) -> took(holder, lease);
      }
    }

    private void took(String holder, Lease lease) {
      assertThat(result).isEmpty();
      assertThat(isHeldByOther(holder)).isFalse();
      assertThat(lease.epoch()).isEqualTo(++claims);
      assertThat(lease.row().text("note").orElse("")).isEqualTo(progress);
      newest.put(holder, lease);
      owner = Optional.of(holder);
      until = clock.instant().plus(LENGTH);
    }

    private boolean isHeldByOther(String holder) {
      return owner.isPresent() && !owner.get().equals(holder) && clock.instant().isBefore(until);
    }

    /** The write must go through for the owner and for nobody else. */
    private void write(String holder, Consumer<Lease> write, Runnable then) {
      Lease lease = newest.get(holder);
      if (lease == null) {
        return;
      }
      boolean isOwner = owner.isPresent() && owner.get().equals(holder);
      try {
        write.accept(lease);
        assertThat(isOwner).as("only the owner writes").isTrue();
        then.run();
      } catch (LeaseLostException e) {
        assertThat(isOwner).as("the owner writes").isFalse();
      }
    }
  }
}
