package dev.gatehouse.conversation.adapter;

import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.conversation.command.Configured;
import dev.gatehouse.conversation.command.Configured.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the settings say of the model, by the rule that the llm function chooses it by. */
public final class ModelSettings {
  private static final String STAND_IN = "stand-in";
  private static final Model NO_MODEL =
      new Model("stand-in (no language model is configured)", true);

  private ModelSettings() {}

  /** The model, and what is degraded. */
  public static Configured read(Settings settings, int historyDays, boolean hasClaims) {
    Model model = model(settings);
    List<String> degraded = new ArrayList<>();
    if (model.standIn()) {
      degraded.add("answers come from the stand-in; set `LLM_PROVIDER` and its key");
    }
    if (!hasClaims) {
      degraded.add("events above 1 MiB are lost; set `CLAIMS_BUCKET`");
    }
    return new Configured(model, degraded, historyDays);
  }

  private static Model model(Settings settings) {
    return settings
        .text("LLM_PROVIDER")
        .or(() -> providerByKey(settings))
        .filter(provider -> !provider.equals(STAND_IN))
        .map(provider -> new Model(provider + named(settings), false))
        .orElse(NO_MODEL);
  }

  private static Optional<String> providerByKey(Settings settings) {
    if (settings.secret("ANTHROPIC_API_KEY").isPresent()) {
      return Optional.of("anthropic");
    }
    return settings.secret("OPENAI_API_KEY").map(key -> "openai");
  }

  private static String named(Settings settings) {
    return settings.text("LLM_MODEL").map(model -> ", " + model).orElse(", its default model");
  }
}
