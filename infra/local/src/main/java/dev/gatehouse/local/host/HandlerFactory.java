package dev.gatehouse.local.host;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.gatehouse.local.template.FunctionSpec;
import dev.gatehouse.local.template.TemplateException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * Makes a function's handler from its {@code Handler} property, through the constructor that takes
 * the environment: many functions share this process, and each has variables of its own.
 */
final class HandlerFactory {
  private final FunctionSpec function;
  private final ClassLoader loader;

  HandlerFactory(FunctionSpec function, ClassLoader loader) {
    this.function = function;
    this.loader = loader;
  }

  /**
   * A new handler, as Lambda's INIT makes it.
   *
   * @throws TemplateException when the class cannot serve as a handler
   */
  RequestStreamHandler create() {
    try {
      return (RequestStreamHandler) constructor().newInstance(function.environment());
    } catch (InvocationTargetException e) {
      throw asUnchecked(e.getCause() == null ? e : e.getCause());
    } catch (InstantiationException | IllegalAccessException e) {
      throw wrong("cannot be constructed (" + e.getMessage() + ")");
    }
  }

  private Constructor<?> constructor() {
    Class<?> type = type();
    if (!RequestStreamHandler.class.isAssignableFrom(type)) {
      throw wrong("must implement RequestStreamHandler");
    }
    try {
      return type.getConstructor(Map.class);
    } catch (NoSuchMethodException e) {
      throw wrong("needs a public constructor that takes the environment as a Map");
    }
  }

  private Class<?> type() {
    try {
      return Class.forName(function.handler().split("::", 2)[0], true, loader);
    } catch (ClassNotFoundException e) {
      throw wrong("is not on the class path");
    }
  }

  private TemplateException wrong(String reason) {
    return new TemplateException(function.id() + ".Handler", function.handler() + " " + reason);
  }

  private static RuntimeException asUnchecked(Throwable cause) {
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }
}
