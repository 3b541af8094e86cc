package dev.gatehouse.llm.wiring;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which model answers.
 *
 * @param model the provider's name of it
 * @param key from the environment: the provider's own variable, or {@code LLM_API_KEY}, which is
 *     the chosen provider's
 * @param keySecret name or ARN of a secret that holds the key
 */
record ModelSettings(
    Provider provider,
    String model,
    Optional<URI> baseUrl,
    Optional<Secret> key,
    Optional<String> keySecret) {
  static final String PROVIDER = "LLM_PROVIDER";
  static final String MODEL = "LLM_MODEL";
  static final String BASE_URL = "LLM_BASE_URL";
  static final String KEY = "LLM_API_KEY";
  static final String KEY_SECRET = "LLM_API_KEY_SECRET";
  static final String ANTHROPIC_KEY = "ANTHROPIC_API_KEY";
  static final String OPENAI_KEY = "OPENAI_API_KEY";

  static ModelSettings of(Settings settings) {
    Provider provider = provider(settings);
    return new ModelSettings(
        provider,
        settings.text(MODEL).orElseGet(() -> usualModel(provider)),
        baseUrl(settings),
        key(settings, provider),
        settings.text(KEY_SECRET));
  }

  /**
   * The variable that would hold the key: the secret's, when it is set; none for a provider that
   * asks for no key, and for a compatible server, which may not.
   */
  String keySetting() {
    return switch (provider) {
      case ANTHROPIC -> keySecret.isPresent() ? KEY_SECRET : ANTHROPIC_KEY;
      case OPENAI -> openAiKeySetting();
      case OLLAMA, STAND_IN -> "";
    };
  }

  private String openAiKeySetting() {
    if (keySecret.isPresent()) {
      return KEY_SECRET;
    }
    return baseUrl.isPresent() ? "" : OPENAI_KEY;
  }

  private static Optional<Secret> key(Settings settings, Provider provider) {
    return switch (provider) {
      case ANTHROPIC -> settings.secret(ANTHROPIC_KEY).or(() -> settings.secret(KEY));
      case OPENAI -> settings.secret(OPENAI_KEY).or(() -> settings.secret(KEY));
      case OLLAMA, STAND_IN -> Optional.empty();
    };
  }

  private static Provider provider(Settings settings) {
    return settings
        .parsed(PROVIDER, "one of " + Provider.names(), Provider::ofSettingName)
        .orElseGet(() -> providerByKey(settings));
  }

  private static Provider providerByKey(Settings settings) {
    if (settings.secret(ANTHROPIC_KEY).isPresent()) {
      return Provider.ANTHROPIC;
    }
    if (settings.secret(OPENAI_KEY).isPresent()) {
      return Provider.OPENAI;
    }
    for (String meaningless : List.of(BASE_URL, KEY, KEY_SECRET)) {
      if (settings.text(meaningless).isPresent()) {
        throw new InvalidSettingException(
            PROVIDER, "must be set when " + meaningless + " is, to one of " + Provider.names());
      }
    }
    return Provider.STAND_IN;
  }

  private static Optional<URI> baseUrl(Settings settings) {
    Optional<URI> address = settings.address(BASE_URL);
    address
        .filter(url -> !url.getScheme().matches("https?"))
        .ifPresent(url -> {
          throw new InvalidSettingException(BASE_URL, "must begin with http:// or https://");
        });
    return address;
  }

  private static String usualModel(Provider provider) {
    return switch (provider) {
      case ANTHROPIC -> "claude-sonnet-4-6";
      case OPENAI -> "gpt-5-mini";
      case OLLAMA -> "llama3.2";
      case STAND_IN -> "look-up";
    };
  }
}
