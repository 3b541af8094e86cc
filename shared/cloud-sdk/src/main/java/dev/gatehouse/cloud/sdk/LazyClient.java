package dev.gatehouse.cloud.sdk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A client that is built when it is first used, by one thread, and closed if it was built. */
final class LazyClient<T extends SdkAutoCloseable> implements AutoCloseable {
  private final Supplier<T> maker;
  private @Nullable T client;

  LazyClient(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    T made = client == null ? maker.get() : client;
    client = made;
    return made;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
