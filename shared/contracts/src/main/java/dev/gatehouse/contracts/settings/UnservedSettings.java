package dev.gatehouse.contracts.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings whose names are fixed and which no part of this release reads. One that is set stops
 * the start: it would promise something that is not there. {@code ENABLE_...=false} asks for
 * nothing that is not so, and may stay.
 */
final class UnservedSettings {
  private static final String SWITCH = "ENABLE_";
  private static final String VOICE = "there is no voice yet";
  private static final String WATCHING = "no files are watched yet";
  private static final String STOAT = "Discord is the only platform yet";
  private static final Map<String, String> WHY =
      Map.ofEntries(
          Map.entry("API_KEY", "there is no API yet, which it would open"),
          Map.entry("ENABLE_CODE_EXECUTION", "no commands are run yet"),
          Map.entry("ENABLE_VOICE", VOICE),
          Map.entry("FILE_CHANGE_DEBOUNCE_MS", WATCHING),
          Map.entry("MAX_RECORDING_DURATION_MS", VOICE),
          Map.entry("MAX_WATCH_DIRECTORIES", WATCHING),
          Map.entry("SILENCE_DURATION_MS", VOICE),
          Map.entry("STOAT_API_URL", STOAT),
          Map.entry("STOAT_TOKEN", STOAT),
          Map.entry("VOICE_ACTIVATION_THRESHOLD", VOICE));

  private UnservedSettings() {}

  static Set<String> names() {
    return WHY.keySet();
  }

  /** Throws for the first that is set. */
  static void check(Map<String, String> environment) {
    new TreeMap<>(WHY)
        .forEach((name, why) -> {
          if (asks(name, environment.getOrDefault(name, ""))) {
            String remedy = name.startsWith(SWITCH) ? "remove it, or set it to false" : "remove it";
            throw new InvalidSettingException(
                name, "is not served by this release: " + why + "; " + remedy);
          }
        });
  }

  private static boolean asks(String name, String value) {
    boolean off = name.startsWith(SWITCH) && value.strip().equalsIgnoreCase("false");
    return !value.isBlank() && !off;
  }
}
