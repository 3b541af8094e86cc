package dev.gatehouse.llm.wiring;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who serves the model. */
enum Provider {
  ANTHROPIC,
  OPENAI,
  OLLAMA,
  STAND_IN;

  /** As {@code LLM_PROVIDER} names it. */
  String settingName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Throws {@link IllegalArgumentException} for a name that is none. */
  static Provider ofSettingName(String name) {
    return Arrays.stream(values())
        .filter(provider -> provider.settingName().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("was '" + name + "'"));
  }

  /** All names, for an error message. */
  static String names() {
    return Arrays.stream(values()).map(Provider::settingName).collect(Collectors.joining(", "));
  }
}
