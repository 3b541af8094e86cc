package dev.gatehouse.testkit.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.once.Claim;
import dev.gatehouse.cloud.once.ClaimLostException;
import dev.gatehouse.cloud.once.Once;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever workers do and whenever they die, one at a time works and one alone finishes. */
final class OncePropertyTest {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration KEEP = Duration.ofDays(1);

  enum Act {
    CLAIM,
    PROGRESS,
    RELEASE,
    FINISH,
    WAIT
  }

  record Step(Act act, String worker) {}

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
    private final Once once = new Once(new InMemoryTable(), clock);
    private Optional<String> owner = Optional.empty();
    private Optional<String> result = Optional.empty();
    private Instant leaseUntil = Instant.MIN;
    private String progress = "";
    private int attempts;
    private int notes;

    void play(Step step) {
      String worker = step.worker();
      switch (step.act()) {
        case CLAIM -> claim(worker);
        case PROGRESS -> progress(worker);
        case RELEASE -> release(worker);
        case FINISH -> finish(worker);
        case WAIT -> clock.advance(LEASE.dividedBy(2));
      }
    }

    private void claim(String worker) {
      Claim claim = once.claim("key", worker, LEASE);
      if (result.isPresent()) {
        assertThat(claim).isEqualTo(new Claim.Finished(result.get()));
      } else if (isHeldByOther(worker)) {
        assertThat(claim).isEqualTo(new Claim.Held(leaseUntil));
      } else {
        attempts++;
        Claim expected = attempts == 1 ? new Claim.Fresh() : new Claim.Resumed(attempts, progress);
        assertThat(claim).isEqualTo(expected);
        owner = Optional.of(worker);
        leaseUntil = clock.instant().plus(LEASE);
      }
    }

    private boolean isHeldByOther(String worker) {
      return owner.isPresent()
          && !owner.get().equals(worker)
          && clock.instant().isBefore(leaseUntil);
    }

    private void progress(String worker) {
      String text = "note " + notes++;
      if (written(worker, () -> once.progress("key", worker, text))) {
        progress = text;
      }
    }

    private void release(String worker) {
      if (written(worker, () -> once.release("key", worker))) {
        owner = Optional.empty();
      }
    }

    private void finish(String worker) {
      if (written(worker, () -> once.finish("key", worker, "by " + worker, KEEP))) {
        assertThat(result.isEmpty()).as("finished twice").isTrue();
        result = Optional.of("by " + worker);
        owner = Optional.empty();
      }
    }

    /** Whether the write went through, which it must for the owner and for nobody else. */
    private boolean written(String worker, Runnable write) {
      boolean isOwner = owner.isPresent() && owner.get().equals(worker);
      try {
        write.run();
        assertThat(isOwner).as("only the owner writes").isTrue();
        return true;
      } catch (ClaimLostException e) {
        assertThat(!isOwner).as("the owner writes").isTrue();
        return false;
      }
    }
  }
}
