package dev.gatehouse.contracts.settings;

import java.util.HashSet;
import java.util.Set;

/**
 * A part of Gatehouse that is started by itself, and the variables that it reads. Parts share an
 * environment on a laptop, so each leaves the others' variables alone.
 */
public enum Part {
  BRIDGE(
      Set.of(
          "BRIDGE_COMPRESSION",
          "BRIDGE_CURSOR_MILLIS",
          "BRIDGE_FILTER_BOTS",
          "BRIDGE_FILTER_CHANNELS",
          "BRIDGE_FILTER_EVENTS",
          "BRIDGE_FILTER_MENTIONS_ONLY",
          "BRIDGE_FILTER_OWN_MESSAGES",
          "BRIDGE_LEASE_MILLIS",
          "BRIDGE_MESSAGE_MIB",
          "BRIDGE_SENDERS",
          "BRIDGE_SPOOL_EVENTS",
          "BRIDGE_SPOOL_MIB",
          "BRIDGE_STOP_MILLIS",
          "COMMANDS_QUEUE_URL",
          "DISCORD_API_URL",
          "DISCORD_INTENTS",
          "DISCORD_TOKEN",
          "EVENTS_QUEUE_URL",
          "MANAGEMENT_HOST",
          "MANAGEMENT_PORT",
          "SHARDS",
          "STATE_TABLE"),
      Shared.CLAIM_CHECKS),

  INTERACTIONS(
      Set.of(
          "DISCORD_EPHEMERAL_COMMANDS",
          "DISCORD_PUBLIC_KEY",
          "DISCORD_REPLAY_WINDOW_MS",
          "EVENTS_QUEUE_URL")),

  CONVERSATION(
      Set.of(
          "CONVERSATIONS_TABLE",
          "DISCORD_API_URL",
          "ENABLE_FILE_UPLOAD",
          "EVENTS_DEAD_LETTERS_URL",
          "EVENTS_QUEUE_URL",
          "HISTORY_TTL_DAYS",
          "RATE_LIMIT_PER_MINUTE",
          "TURNS_QUEUE_URL"),
      Shared.CLAIM_CHECKS,
      Shared.DISCORD_TOKEN,
      Shared.MODEL),

  LLM(
      Set.of(
          "ALLOWED_DIRECTORIES",
          "CONVERSATIONS_TABLE",
          "DISCORD_API_URL",
          "HISTORY_TTL_DAYS",
          "MAX_FILE_SIZE_MB",
          "TURNS_DEAD_LETTERS_URL",
          "TURNS_QUEUE_URL"),
      Shared.DISCORD_TOKEN,
      Shared.MODEL),

  /** {@code ./gatehouse up}, which hands the settings of functions and bridge on to them. */
  UP(
      Set.of(
          "ALLOWED_DIRECTORIES",
          "DYNAMODB_PORT",
          "GATEHOUSE_PORT",
          "MAX_FILE_SIZE_MB",
          "SIMULATOR_PORT",
          "SQS_PORT"),
      Shared.MODEL),

  /** {@code ./gatehouse} itself and its commands: register, doctor, dead-letters. */
  COMMANDS(
      Set.of(
          "COMMANDS_QUEUE_URL",
          "DISCORD_API_URL",
          "DISCORD_CLIENT_ID",
          "DISCORD_PUBLIC_KEY",
          "DISCORD_TOKEN",
          "EVENTS_QUEUE_URL",
          "GATEHOUSE_JAVA_HOME",
          "TURNS_QUEUE_URL"),
      Shared.MODEL);

  private final Set<String> reads;

  @SafeVarargs
  Part(Set<String> own, Set<String>... shared) {
    Set<String> all = new HashSet<>(own);
    for (Set<String> names : shared) {
      all.addAll(names);
    }
    reads = Set.copyOf(all);
  }

  /** The names of the variables that it reads. */
  public Set<String> reads() {
    return reads;
  }

  /** What several parts read by one rule. */
  private static final class Shared {
    static final Set<String> CLAIM_CHECKS =
        Set.of("CLAIMS_BUCKET", "CLAIMS_DIRECTORY", "CLAIMS_TABLE");
    static final Set<String> DISCORD_TOKEN = Set.of("DISCORD_TOKEN", "DISCORD_TOKEN_SECRET");

    /** {@link ModelSettings}; a {@code LOCAL_MODEL_PATH} is read and said to load nothing. */
    static final Set<String> MODEL =
        Set.of(
            "ANTHROPIC_API_KEY",
            "LLM_API_KEY",
            "LLM_API_KEY_SECRET",
            "LLM_BASE_URL",
            "LLM_MODEL",
            "LLM_PROVIDER",
            "LOCAL_MODEL_PATH",
            "OPENAI_API_KEY");

    private Shared() {}
  }
}
