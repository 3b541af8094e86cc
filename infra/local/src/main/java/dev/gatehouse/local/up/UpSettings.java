package dev.gatehouse.local.up;

import dev.gatehouse.contracts.settings.KnownSettings;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.cloud.Ports;
import dev.gatehouse.local.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What this machine's user may set: ports, the template's parameters by their names in capitals
 * ({@code LlmModel} is {@code LLM_MODEL}), and what goes to functions and bridge as it is.
 */
final class UpSettings {
  private static final List<String> FOR_FUNCTIONS =
      List.of(
          "ANTHROPIC_API_KEY",
          "OPENAI_API_KEY",
          "LLM_API_KEY",
          "LOCAL_MODEL_PATH",
          "ALLOWED_DIRECTORIES",
          "MAX_FILE_SIZE_MB");
  private static final String FOR_BRIDGE = "BRIDGE_";

  private final Map<String, String> environment;
  private final Settings settings;

  UpSettings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.settings = Settings.of(environment);
  }

  /**
   * Refuses names that are nearly ours, and those of what is not there yet. Those of other commands
   * and of a real deployment may be set for these.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the first
   */
  void check(Template template) {
    List<String> parameters = template.parameterNames().stream().map(UpSettings::variable).toList();
    KnownSettings.ofEveryPart().and(parameters).check(environment);
  }

  Ports cloudPorts() {
    return new Ports(
        Endpoint.PRODUCT.port(settings),
        Endpoint.SQS.port(settings),
        Endpoint.DYNAMODB.port(settings));
  }

  int simulatorPort() {
    return Endpoint.SIMULATOR.port(settings);
  }

  /** The template's open parameters that are set; the simulator's application gives the rest. */
  Map<String, String> parameters(Template template) {
    Map<String, String> given = new TreeMap<>();
    for (String name : template.openParameterNames()) {
      settings.text(variable(name)).ifPresent(value -> given.put(name, value));
    }
    return given;
  }

  Map<String, String> forFunctions() {
    return FOR_FUNCTIONS.stream()
        .filter(name -> settings.text(name).isPresent())
        .collect(
            Collectors.toUnmodifiableMap(name -> name, name -> settings.text(name).orElseThrow()));
  }

  Map<String, String> forBridge() {
    return environment.entrySet().stream()
        .filter(e -> e.getKey().startsWith(FOR_BRIDGE))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is less than it could be, each with its remedy. */
  List<String> degraded() {
    return ModelSettings.of(settings).shortcomings().stream()
        .map(shortcoming -> shortcoming.what() + " (" + shortcoming.remedy() + ")")
        .toList();
  }

  private static String variable(String parameter) {
    return parameter.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
