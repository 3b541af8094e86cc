package dev.gatehouse.contracts.settings;

import dev.gatehouse.contracts.text.NearestName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds settings that nothing would read: one stops the start, instead of being ignored, when it is
 * in one of our own name spaces, is nearly one of ours, or is for something that this release does
 * not have.
 */
public final class KnownSettings {
  private static final Set<String> OWN_PREFIXES =
      Set.of("DISCORD_", "STOAT_", "GATEHOUSE_", "LLM_", "BRIDGE_", "SHARD", "EVENTS_", "TURNS_");
  private static final int CLOSE = 3;

  /** A typing error: a letter missing, too many or wrong, or two that changed places. */
  private static final int TYPING_ERROR = 2;

  /** Shorter names have neighbours with a meaning of their own, as SQS_PORT has SSH_PORT. */
  private static final int SHORTEST_MISTAKABLE = 10;

  /** Names of other tools that are near to one of ours. */
  private static final Set<String> OF_OTHERS = Set.of("DYNAMODB_HOST");

  private final Set<String> known;

  /** The settings of every part, since parts share an environment. */
  public static KnownSettings ofEveryPart() {
    Set<String> all = new HashSet<>(UnservedSettings.names());
    for (Part part : Part.values()) {
      all.addAll(part.reads());
    }
    return new KnownSettings(all);
  }

  public KnownSettings(Collection<String> known) {
    this.known = Set.copyOf(known);
  }

  /** The same, and more that one part reads. */
  public KnownSettings and(Collection<String> more) {
    return new KnownSettings(Stream.concat(known.stream(), more.stream()).distinct().toList());
  }

  /** Throws for the first variable that is not served, or looks like ours and is not known. */
  public void check(Map<String, String> environment) {
    UnservedSettings.check(environment);
    environment.keySet().stream()
        .sorted()
        .filter(name -> !known.contains(name))
        .filter(this::looksLikeOurs)
        .findFirst()
        .ifPresent(this::reject);
  }

  private boolean looksLikeOurs(String name) {
    return OWN_PREFIXES.stream().anyMatch(name::startsWith) || isNearlyOurs(name);
  }

  private boolean isNearlyOurs(String name) {
    return !OF_OTHERS.contains(name)
        && nearest(name, TYPING_ERROR)
            .filter(meant -> meant.length() >= SHORTEST_MISTAKABLE)
            .filter(meant -> !isExtended(name, meant))
            .isPresent();
  }

  /** One of several, as OPENAI_API_KEY_2 is, was not meant to be the one. */
  private static boolean isExtended(String name, String meant) {
    return name.startsWith(meant + "_");
  }

  private void reject(String name) {
    String hint = nearest(name, CLOSE).map(n -> "; did you mean " + n + "?").orElse("");
    throw new InvalidSettingException(name, "is not a setting of Gatehouse" + hint);
  }

  private Optional<String> nearest(String name, int mostEdits) {
    return NearestName.to(name, known, Function.identity(), mostEdits);
  }
}
