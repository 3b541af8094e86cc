package dev.gatehouse.testkit.crash;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a worker dies.
 *
 * @param call which call of its ports, counted from 0; negative for none
 * @param done whether the call took effect, though its answer never came
 */
public record CrashPoint(int call, boolean done) {
  /** A worker that lives. */
  public static final CrashPoint NONE = new CrashPoint(-1, false);

  /** Each point at which a worker can die that makes these calls. */
  public static Stream<CrashPoint> of(List<String> calls) {
    return IntStream.range(0, calls.size())
        .boxed()
        .flatMap(call -> Stream.of(new CrashPoint(call, false), new CrashPoint(call, true)));
  }

  /** The point in words, for the name of a test. */
  public String in(List<String> calls) {
    return (done ? "after " : "before ") + call + ": " + calls.get(call);
  }
}
