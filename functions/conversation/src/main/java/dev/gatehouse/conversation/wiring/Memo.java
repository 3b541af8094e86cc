package dev.gatehouse.conversation.wiring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value when it is first asked for; a failure is not kept, so the next asks again. */
final class Memo<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  Memo(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T value = made == null ? maker.get() : made;
    made = value;
    return value;
  }
}
