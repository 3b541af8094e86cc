package dev.gatehouse.simulator.page;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Browser}, one for the whole run; without Chromium they are skipped. */
public final class BrowserExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace SHARED = Namespace.create(BrowserExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    if (Chromium.find().isEmpty()) {
      throw Skip.because(Chromium.MISSING);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SHARED)
        .getOrComputeIfAbsent(
            Browser.class, type -> Browser.launch(Chromium.find().orElseThrow()), Browser.class);
  }
}
