package dev.gatehouse.fuzzing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fuzzing run, as the launcher asks for it by system properties.
 *
 * @param seed what all fresh seeds of the run come from
 * @param time how long each property is tried
 * @param resources where a finding is kept, under the path of its test
 */
record FuzzingRun(long seed, Duration time, Path resources) {
  static final String SEED = "gatehouse.fuzz.seed";
  static final String SECONDS = "gatehouse.fuzz.seconds";
  static final String RESOURCES = "gatehouse.fuzz.resources";

  /** The run that the properties describe; empty in a test run, which fuzzes nothing. */
  static Optional<FuzzingRun> of(UnaryOperator<String> properties) {
    return Optional.ofNullable(properties.apply(SEED))
        .map(seed ->
            new FuzzingRun(
                Long.parseLong(seed),
                Duration.ofSeconds(Long.parseLong(or(properties.apply(SECONDS), "10"))),
                Path.of(or(properties.apply(RESOURCES), "src/test/resources"))));
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
