package dev.gatehouse.contracts.settings;

import dev.gatehouse.contracts.settings.ModelShortcoming.NoKey;
import dev.gatehouse.contracts.settings.ModelShortcoming.NoModel;
import dev.gatehouse.contracts.settings.ModelShortcoming.UnreadPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which model answers: the one rule by which it is chosen, and by which others say what it is.
 *
 * @param model the provider's name of it
 * @param key the provider's own variable, or {@code LLM_API_KEY}, which is the chosen provider's,
 *     or {@code LLM_API_KEY_SECRET}, which names a secret
 * @param localPath a file of a model, which nothing reads: a model runs in a server of its own
 */
public record ModelSettings(
    ModelProvider provider,
    String model,
    Optional<URI> baseUrl,
    Optional<SecretSetting> key,
    Optional<String> localPath) {
  private static final String PROVIDER = "LLM_PROVIDER";
  private static final String MODEL = "LLM_MODEL";
  private static final String BASE_URL = "LLM_BASE_URL";
  private static final String KEY = "LLM_API_KEY";
  private static final String KEY_SECRET = "LLM_API_KEY_SECRET";
  private static final String ANTHROPIC_KEY = "ANTHROPIC_API_KEY";
  private static final String OPENAI_KEY = "OPENAI_API_KEY";
  private static final String LOCAL_PATH = "LOCAL_MODEL_PATH";

  /** Reads and checks them; each that is wrong is named. */
  public static ModelSettings of(Settings settings) {
    ModelProvider provider = provider(settings);
    return new ModelSettings(
        provider,
        settings.text(MODEL).orElseGet(() -> usualModel(provider)),
        baseUrl(settings),
        key(settings, provider),
        settings.text(LOCAL_PATH));
  }

  /**
   * The variable that holds the key, or would hold it; none for a provider that asks for no key,
   * and for a compatible server, which may not.
   */
  public String keySetting() {
    return key.map(SecretSetting::setting).orElseGet(this::usualKeySetting);
  }

  /** What is less than it could be, the gravest first. */
  public List<ModelShortcoming> shortcomings() {
    List<ModelShortcoming> found = new ArrayList<>();
    if (provider == ModelProvider.STAND_IN) {
      found.add(new NoModel());
    }
    if (lacksKey()) {
      found.add(new NoKey(provider, keySetting()));
    }
    localPath.ifPresent(path -> found.add(new UnreadPath(LOCAL_PATH)));
    return List.copyOf(found);
  }

  /** Whether every question would fail for want of a key. */
  public boolean lacksKey() {
    return key.isEmpty() && !usualKeySetting().isEmpty();
  }

  private String usualKeySetting() {
    return switch (provider) {
      case ANTHROPIC -> ANTHROPIC_KEY;
      case OPENAI -> baseUrl.isPresent() ? "" : OPENAI_KEY;
      case OLLAMA, STAND_IN -> "";
    };
  }

  private static Optional<SecretSetting> key(Settings settings, ModelProvider provider) {
    return switch (provider) {
      case ANTHROPIC -> key(settings, ANTHROPIC_KEY);
      case OPENAI -> key(settings, OPENAI_KEY);
      case OLLAMA, STAND_IN -> Optional.empty();
    };
  }

  private static Optional<SecretSetting> key(Settings settings, String ofProvider) {
    return SecretSetting.given(settings, ofProvider)
        .or(() -> SecretSetting.given(settings, KEY))
        .or(() -> SecretSetting.kept(settings, KEY_SECRET));
  }

  private static ModelProvider provider(Settings settings) {
    return settings
        .parsed(PROVIDER, "one of " + ModelProvider.names(), ModelProvider::ofSettingName)
        .orElseGet(() -> providerByKey(settings));
  }

  private static ModelProvider providerByKey(Settings settings) {
    if (settings.secret(ANTHROPIC_KEY).isPresent()) {
      return ModelProvider.ANTHROPIC;
    }
    if (settings.secret(OPENAI_KEY).isPresent()) {
      return ModelProvider.OPENAI;
    }
    for (String meaningless : List.of(BASE_URL, KEY, KEY_SECRET)) {
      if (settings.text(meaningless).isPresent()) {
        throw new InvalidSettingException(
            PROVIDER,
            "must be set when " + meaningless + " is, to one of " + ModelProvider.names());
      }
    }
    return ModelProvider.STAND_IN;
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

  private static String usualModel(ModelProvider provider) {
    return switch (provider) {
      case ANTHROPIC -> "claude-sonnet-4-6";
      case OPENAI -> "gpt-5-mini";
      case OLLAMA -> "llama3.2";
      case STAND_IN -> "look-up";
    };
  }
}
