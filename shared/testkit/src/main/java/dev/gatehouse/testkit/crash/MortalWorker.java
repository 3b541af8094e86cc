package dev.gatehouse.testkit.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one worker, which counts their calls and dies at one of them: that call and all that
 * come later have no effect, or no answer. Safe for use by several threads, which die together.
 */
public final class MortalWorker {
  private final CrashPoint point;
  private final Set<Class<?>> nested;
  private final List<String> calls = new ArrayList<>();
  private boolean dead;

  /**
   * A worker.
   *
   * @param point where it dies
   * @param nested ports that calls of its ports give or take, which count as well
   */
  public MortalWorker(CrashPoint point, Class<?>... nested) {
    this.point = point;
    this.nested = Set.of(nested);
  }

  /** The port as this worker sees it; methods without parameters are not counted. */
  public <T> T port(Class<T> type, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                arguments == null
                    ? invoke(real, method)
                    : counted(type, real, method, wrappedAll(method, arguments)));
    return type.cast(proxy);
  }

  /** The calls that it made, the one of its death included. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** Whether it is dead. */
  public synchronized boolean isDead() {
    return dead;
  }

  private @Nullable Object counted(
      Class<?> type, Object real, Method method, @Nullable Object[] arguments) throws Throwable {
    String name = type.getSimpleName() + "." + method.getName();
    boolean last = begin(name);
    Object answer;
    try {
      answer = invoke(real, method, arguments);
    } catch (Exception e) {
      end(name, last);
      throw e;
    }
    end(name, last);
    return wrapped(method.getReturnType(), answer);
  }

  private synchronized boolean begin(String name) {
    if (dead) {
      throw new WorkerDiedException(name);
    }
    boolean last = calls.size() == point.call();
    calls.add(name);
    if (last && !point.done()) {
      dead = true;
      throw new WorkerDiedException(name);
    }
    return last;
  }

  private synchronized void end(String name, boolean last) {
    dead = dead || last;
    if (dead) {
      throw new WorkerDiedException(name);
    }
  }

  private static @Nullable Object invoke(Object real, Method method, @Nullable Object... arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private @Nullable Object[] wrappedAll(Method method, @Nullable Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] wrapped = Arrays.copyOf(arguments, arguments.length);
    for (int i = 0; i < wrapped.length; i++) {
      wrapped[i] = wrapped(types[i], wrapped[i]);
    }
    return wrapped;
  }

  private @Nullable Object wrapped(Class<?> type, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(inner -> wrapped(inner.getClass(), inner));
    }
    return value == null ? null : wrappedNested(type, value);
  }

  private Object wrappedNested(Class<?> type, Object value) {
    for (Class<?> port : nested) {
      if (port == type || port.isInstance(value)) {
        return wrap(port, value);
      }
    }
    return value;
  }

  private <T> T wrap(Class<T> port, Object value) {
    return port(port, port.cast(value));
  }
}
