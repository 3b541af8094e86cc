package dev.gatehouse.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules by their base package, and what each may use: dependencies point downwards only. */
final class Modules {
  private static final String BASE = "dev.gatehouse.";

  static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("contracts", Set.of()),
          Map.entry("codec", Set.of("contracts")),
          Map.entry("lambda", Set.of("contracts", "cloud")),
          Map.entry("discord", Set.of("contracts")),
          Map.entry("cloud", Set.of("contracts")),
          Map.entry("cloud.sdk", Set.of("contracts", "cloud")),
          Map.entry("chat", Set.of("contracts", "cloud")),
          Map.entry("assistant", Set.of("contracts", "codec", "cloud", "chat")),
          Map.entry("discordchat", Set.of("contracts", "cloud", "chat", "discord")),
          Map.entry("bridge", Set.of("contracts", "codec", "cloud", "cloud.sdk", "discord")),
          Map.entry("interactions", Set.of("contracts", "codec", "lambda", "cloud", "discord")),
          Map.entry(
              "conversation",
              Set.of("contracts", "codec", "lambda", "cloud", "cloud.sdk", "chat", "assistant")),
          Map.entry(
              "llm",
              Set.of("contracts", "codec", "lambda", "cloud", "cloud.sdk", "chat", "assistant")),
          Map.entry("simulator", Set.of()),
          Map.entry(
              "local",
              Set.of(
                  "contracts",
                  "codec",
                  "cloud.sdk",
                  "chat",
                  "discord",
                  "discordchat",
                  "bridge",
                  "assistant",
                  "simulator")),
          Map.entry("fuzzing", Set.of()),
          Map.entry("testkit", Set.of("contracts", "cloud", "chat")),
          Map.entry(
              "cli",
              Set.of(
                  "contracts",
                  "codec",
                  "cloud.sdk",
                  "chat",
                  "discord",
                  "discordchat",
                  "assistant")),
          Map.entry(
              "bench",
              Set.of("contracts", "codec", "cloud", "cloud.sdk", "bridge", "simulator", "local")));

  private Modules() {}

  /** Classes of ours that the module may not use. */
  static DescribedPredicate<JavaClass> forbiddenTo(String module) {
    Set<String> allowed = MAY_USE.getOrDefault(module, Set.of());
    return DescribedPredicate.describe(
        "are of a module that " + module + " may not use",
        used -> of(used).filter(m -> !m.equals(module) && !allowed.contains(m)).isPresent());
  }

  /** Classes of the module. */
  static DescribedPredicate<JavaClass> in(String module) {
    return DescribedPredicate.describe(
        "are of " + module, type -> of(type).filter(module::equals).isPresent());
  }

  /** The module of a class: the longest base package that holds it; empty for a library's. */
  static Optional<String> of(JavaClass type) {
    String name = type.getPackageName() + ".";
    return MAY_USE.keySet().stream()
        .filter(module -> name.startsWith(BASE + module + "."))
        .max(Comparator.comparingInt(String::length));
  }
}
