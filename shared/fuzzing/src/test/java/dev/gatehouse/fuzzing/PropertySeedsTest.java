package dev.gatehouse.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

final class PropertySeedsTest {
  private static final List<Long> SEEN = new ArrayList<>();

  @TempDir private Path resources;

  /** What is run here, and never by itself: a build takes no nested class for a test. */
  static final class Sample {
    @Property(tries = 20)
    void any(@ForAll long number) {
      SEEN.add(number);
    }

    /** Never with the first cases of a run, soon with others. */
    @Property(tries = 20)
    void sometimesLarge(@ForAll long number) {
      SEEN.add(number);
      assertThat(SEEN.size() > 20 && number > 1_000_000_000).isFalse();
    }

    @Property(tries = 5)
    void hasFailedBefore(@ForAll long number) {
      SEEN.add(number);
    }
  }

  @BeforeEach
  @AfterEach
  void forget() {
    SEEN.clear();
    System.clearProperty(FuzzingRun.SEED);
    System.clearProperty(FuzzingRun.SECONDS);
    System.clearProperty(FuzzingRun.RESOURCES);
  }

  @Test
  void aTestRunTriesTheSameCasesEachTime() {
    List<Long> first = tried("any");
    List<Long> second = tried("any");

    assertThat(first).hasSize(20).isEqualTo(second);
  }

  @Test
  void aTestRunTriesWhatFailedBefore() {
    List<Long> tried = tried("hasFailedBefore");

    assertThat(tried).hasSize(15);
    assertThat(tried.subList(5, 10)).isNotEqualTo(tried.subList(0, 5));
    assertThat(tried.subList(10, 15)).isNotEqualTo(tried.subList(5, 10));
  }

  @Test
  void aFuzzingRunTriesOthersThatItsSeedRepeats() {
    List<Long> fixed = tried("any");
    List<Long> fuzzed = fuzzed("any", 7);
    List<Long> again = fuzzed("any", 7);
    List<Long> other = fuzzed("any", 8);

    assertThat(fuzzed).startsWith(fixed.toArray(Long[]::new)).hasSizeGreaterThan(20);
    assertThat(fuzzed.subList(20, 40)).isNotEqualTo(fixed).isEqualTo(again.subList(20, 40));
    assertThat(other.subList(20, 40)).isNotEqualTo(fuzzed.subList(20, 40));
  }

  @Test
  void aFindingOfAFuzzingRunIsKeptAsASeed() throws Exception {
    System.setProperty(FuzzingRun.SEED, "7");
    System.setProperty(FuzzingRun.RESOURCES, resources.toString());

    run("sometimesLarge").assertStatistics(events -> events.failed(1));

    Path kept = resources.resolve("dev/gatehouse/fuzzing/SampleSeeds/sometimesLarge");
    assertThat(Files.readAllLines(kept)).hasSize(1).first().asString().matches("-?\\d+");
  }

  private static List<Long> tried(String property) {
    SEEN.clear();
    run(property).assertStatistics(events -> events.succeeded(1));
    return List.copyOf(SEEN);
  }

  private static List<Long> fuzzed(String property, long seed) {
    System.setProperty(FuzzingRun.SEED, Long.toString(seed));
    System.setProperty(FuzzingRun.SECONDS, "0");
    return tried(property);
  }

  private static Events run(String property) {
    return EngineTestKit.engine("jqwik")
        .enableImplicitConfigurationParameters(true)
        .selectors(selectMethod(Sample.class, property, long.class))
        .execute()
        .testEvents();
  }
}
