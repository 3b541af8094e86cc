package dev.gatehouse.lambda;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made once, when it is first asked for; a failure is not kept, so the next asks
 * again. For what a function must not do or hold before its first event, since a snapshot of the
 * started function would hold it too.
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T value = made == null ? maker.get() : made;
    made = value;
    return value;
  }
}
