package dev.gatehouse.assistant.command;

import dev.gatehouse.contracts.settings.ModelProvider;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.ModelShortcoming;
import dev.gatehouse.contracts.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the settings say of how the assistant is.
 *
 * @param model who answers
 * @param degraded what works less well than it could, and what would mend it; Markdown
 * @param historyDays how long an entry is remembered
 */
public record SettingsStatus(String model, List<String> degraded, int historyDays) {
  private static final Pattern SETTING = Pattern.compile("[A-Z]+(?:_[A-Z]+)+(?:=[a-z-]+)?");

  public SettingsStatus {
    degraded = List.copyOf(degraded);
  }

  /** The model is judged by the rule that the llm function chooses it by. */
  public static SettingsStatus of(Settings settings, int historyDays, boolean hasClaims) {
    ModelSettings chosen = ModelSettings.of(settings);
    List<String> degraded = new ArrayList<>();
    chosen.shortcomings().forEach(shortcoming -> degraded.add(asMarkdown(shortcoming)));
    if (!hasClaims) {
      degraded.add("events above 1 MiB are lost; set `CLAIMS_BUCKET`");
    }
    return new SettingsStatus(model(chosen, settings), degraded, historyDays);
  }

  private static String model(ModelSettings chosen, Settings settings) {
    if (chosen.provider() == ModelProvider.STAND_IN) {
      return "stand-in (no language model is configured)";
    }
    String provider = chosen.provider().settingName();
    return chosen.lacksKey()
        ? "none, as " + provider + " has no key"
        : provider
            + settings.text("LLM_MODEL").map(model -> ", " + model).orElse(", its default model");
  }

  private static String asMarkdown(ModelShortcoming shortcoming) {
    String text = shortcoming.what() + "; " + shortcoming.remedy();
    return SETTING.matcher(text).replaceAll("`$0`");
  }
}
