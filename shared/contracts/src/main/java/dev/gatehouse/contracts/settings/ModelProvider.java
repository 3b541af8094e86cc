package dev.gatehouse.contracts.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who serves the model. */
public enum ModelProvider {
  ANTHROPIC,
  OPENAI,
  OLLAMA,
  STAND_IN;

  /** As {@code LLM_PROVIDER} names it. */
  public String settingName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Throws {@link IllegalArgumentException} for a name that is none. */
  public static ModelProvider ofSettingName(String name) {
    return Arrays.stream(values())
        .filter(provider -> provider.settingName().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("was '" + name + "'"));
  }

  /** All names, for an error message. */
  public static String names() {
    return Arrays.stream(values())
        .map(ModelProvider::settingName)
        .collect(Collectors.joining(", "));
  }
}
