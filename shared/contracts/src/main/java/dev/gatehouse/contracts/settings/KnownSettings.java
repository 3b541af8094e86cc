package dev.gatehouse.contracts.settings;

import dev.gatehouse.contracts.text.NearestName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds misspelt settings: a variable in one of our own name spaces that nothing reads stops the
 * start, instead of being ignored.
 */
public final class KnownSettings {
  private static final Set<String> OWN_PREFIXES =
      Set.of("DISCORD_", "STOAT_", "GATEHOUSE_", "LLM_", "BRIDGE_", "SHARD", "EVENTS_", "TURNS_");
  private static final int CLOSE = 3;

  private final Set<String> known;

  /** The settings of every part, since parts share an environment. */
  public static KnownSettings ofEveryPart() {
    return new KnownSettings(SettingNames.ALL);
  }

  public KnownSettings(Collection<String> known) {
    this.known = Set.copyOf(known);
  }

  /** Throws for the first variable that looks like ours and is not known. */
  public void check(Collection<String> names) {
    names.stream()
        .sorted()
        .filter(name -> !known.contains(name))
        .filter(this::looksLikeOurs)
        .findFirst()
        .ifPresent(this::reject);
  }

  private boolean looksLikeOurs(String name) {
    return OWN_PREFIXES.stream().anyMatch(name::startsWith);
  }

  private void reject(String name) {
    String hint = nearest(name).map(n -> "; did you mean " + n + "?").orElse("");
    throw new InvalidSettingException(name, "is not a setting of Gatehouse" + hint);
  }

  private Optional<String> nearest(String name) {
    return NearestName.to(name, known, Function.identity(), CLOSE);
  }
}
