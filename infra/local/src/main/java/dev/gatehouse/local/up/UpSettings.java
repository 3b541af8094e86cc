package dev.gatehouse.local.up;

import dev.gatehouse.contracts.settings.KnownSettings;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.cloud.Ports;
import dev.gatehouse.local.template.Template;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
          "LOCAL_MODEL_PATH",
          "ALLOWED_DIRECTORIES",
          "MAX_FILE_SIZE_MB");
  private static final String FOR_BRIDGE = "BRIDGE_";
  private static final String STAND_IN = "stand-in";

  /** Settings of a real deployment, which may be set here for the other commands. */
  private static final List<String> ELSEWHERE =
      List.of(
          "DISCORD_TOKEN",
          "DISCORD_CLIENT_ID",
          "DISCORD_PUBLIC_KEY",
          "DISCORD_INTENTS",
          "SHARDS",
          "GATEHOUSE_JAVA_HOME");

  private final Map<String, String> environment;
  private final Settings settings;

  UpSettings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.settings = Settings.of(environment);
  }

  /**
   * Refuses names that are nearly ours.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the first
   */
  void check(Template template) {
    Set<String> known = new LinkedHashSet<>(FOR_FUNCTIONS);
    known.addAll(ELSEWHERE);
    Arrays.stream(Endpoint.values()).map(Endpoint::variable).forEach(known::add);
    template.parameterNames().stream().map(UpSettings::variable).forEach(known::add);
    new KnownSettings(known).check(notOfBridge(environment.keySet()));
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

  /** Whether the stand-in answers: asked for, or because nothing says which model does. */
  boolean isStandIn() {
    boolean keyed = forFunctions().keySet().stream().anyMatch(name -> name.endsWith("_API_KEY"));
    return settings.text("LLM_PROVIDER").map(STAND_IN::equals).orElse(!keyed);
  }

  private static Collection<String> notOfBridge(Collection<String> names) {
    return names.stream().filter(name -> !name.startsWith(FOR_BRIDGE)).toList();
  }

  private static String variable(String parameter) {
    return parameter.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
