package dev.gatehouse.cli;

import dev.gatehouse.contracts.settings.ModelProvider;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.ModelShortcoming;
import java.util.ArrayList;
import java.util.List;

/** Says which model would answer, and why it could not. */
final class ModelChecks {
  private ModelChecks() {}

  static List<Finding> run(ModelSettings model) {
    List<Finding> findings = new ArrayList<>();
    if (model.provider() != ModelProvider.STAND_IN && !model.lacksKey()) {
      findings.add(
          new Finding.Fine(
              "a model is configured: " + model.provider().settingName() + ", " + model.model()));
    }
    model.shortcomings().forEach(shortcoming -> findings.add(finding(shortcoming)));
    return findings;
  }

  private static Finding finding(ModelShortcoming shortcoming) {
    return switch (shortcoming) {
      case ModelShortcoming.NoKey none -> new Finding.Broken(none.what(), none.remedy());
      case ModelShortcoming.NoModel none -> new Finding.Degraded(none.what(), none.remedy());
      case ModelShortcoming.UnreadPath path -> new Finding.Degraded(path.what(), path.remedy());
    };
  }
}
