package dev.gatehouse.conversation.adapter;

import dev.gatehouse.contracts.settings.ModelProvider;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.ModelShortcoming;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.conversation.command.Configured;
import dev.gatehouse.conversation.command.Configured.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the settings say of the model, by the rule that the llm function chooses it by. */
public final class ConfiguredModel {
  private static final Pattern SETTING = Pattern.compile("[A-Z]+(?:_[A-Z]+)+(?:=[a-z-]+)?");

  private ConfiguredModel() {}

  /** The model, and what is degraded. */
  public static Configured read(Settings settings, int historyDays, boolean hasClaims) {
    ModelSettings chosen = ModelSettings.of(settings);
    List<String> degraded = new ArrayList<>();
    chosen.shortcomings().forEach(shortcoming -> degraded.add(asMarkdown(shortcoming)));
    if (!hasClaims) {
      degraded.add("events above 1 MiB are lost; set `CLAIMS_BUCKET`");
    }
    return new Configured(model(chosen, settings), degraded, historyDays);
  }

  private static Model model(ModelSettings chosen, Settings settings) {
    if (chosen.provider() == ModelProvider.STAND_IN) {
      return new Model("stand-in (no language model is configured)", true);
    }
    String provider = chosen.provider().settingName();
    return new Model(
        chosen.lacksKey() ? "none, as " + provider + " has no key" : provider + named(settings),
        false);
  }

  private static String named(Settings settings) {
    return settings.text("LLM_MODEL").map(model -> ", " + model).orElse(", its default model");
  }

  private static String asMarkdown(ModelShortcoming shortcoming) {
    String text = shortcoming.what() + "; " + shortcoming.remedy();
    return SETTING.matcher(text).replaceAll("`$0`");
  }
}
