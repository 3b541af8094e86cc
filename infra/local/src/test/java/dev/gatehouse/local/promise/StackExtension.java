package dev.gatehouse.local.promise;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests one running stack, started with the first and stopped after the last of them. */
final class StackExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(StackExtension.class))
        .getOrComputeIfAbsent(Stack.class, _ -> start(), Stack.class);
  }

  private static Stack start() {
    try {
      return Stack.start();
    } catch (Exception e) {
      throw new IllegalStateException("the stack does not start", e);
    }
  }
}
