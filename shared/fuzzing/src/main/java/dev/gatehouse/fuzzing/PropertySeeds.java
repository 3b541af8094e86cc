package dev.gatehouse.fuzzing;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property its seeds. jqwik would take another one at each run, and a test run would
 * judge other cases each time. Instead a property runs with a fixed seed, then with each seed that
 * has made it fail before; in a fuzzing run it goes on with fresh ones until its time is over, and
 * a seed that makes it fail is kept.
 *
 * @see <a href="https://jqwik.net/docs/current/user-guide.html#lifecycle-hooks">jqwik's hooks</a>
 */
public final class PropertySeeds implements AroundPropertyHook {
  static final String FIXED = "1";

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    KeptSeeds kept = KeptSeeds.of(context.containerClass(), context.targetMethod().getName());
    String first = context.attributes().seed().orElse(FIXED);
    PropertyExecutionResult result = run(context, property, first);
    for (String seed : kept.read()) {
      result = passed(result) ? run(context, property, seed) : result;
    }
    Optional<FuzzingRun> fuzzing = FuzzingRun.of(System::getProperty);
    return fuzzing.isPresent() && passed(result) && generates(context.targetMethod())
        ? fuzz(context, property, fuzzing.get(), kept)
        : result;
  }

  private static PropertyExecutionResult fuzz(
      PropertyLifecycleContext context, PropertyExecutor property, FuzzingRun run, KeptSeeds kept) {
    SplittableRandom seeds =
        new SplittableRandom(run.seed() ^ context.targetMethod().toString().hashCode());
    CompletableFuture<Void> time =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, run.time().toMillis(), TimeUnit.MILLISECONDS);
    PropertyExecutionResult result;
    do {
      String seed = Long.toString(seeds.nextLong());
      result = run(context, property, seed);
      if (!passed(result)) {
        kept.keep(seed, run.resources());
      }
    } while (passed(result) && !time.isDone());
    return result;
  }

  private static PropertyExecutionResult run(
      PropertyLifecycleContext context, PropertyExecutor property, String seed) {
    context.attributes().setSeed(seed);
    return property.execute();
  }

  private static boolean passed(PropertyExecutionResult result) {
    return result.status() == Status.SUCCESSFUL;
  }

  private static boolean generates(Method property) {
    return Arrays.stream(property.getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(ForAll.class));
  }
}
