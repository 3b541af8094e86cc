package dev.gatehouse.bridge.settings;

import java.util.Set;

/** The variables that the bridge or a part beside it reads; a misspelt one stops the start. */
final class SettingNames {
  static final Set<String> ALL =
      Set.of(
          "DISCORD_TOKEN",
          "DISCORD_API_URL",
          "DISCORD_INTENTS",
          "SHARDS",
          "EVENTS_QUEUE_URL",
          "COMMANDS_QUEUE_URL",
          "STATE_TABLE",
          "CLAIMS_BUCKET",
          "CLAIMS_TABLE",
          "CLAIMS_DIRECTORY",
          "MANAGEMENT_HOST",
          "MANAGEMENT_PORT",
          "BRIDGE_COMPRESSION",
          "BRIDGE_FILTER_EVENTS",
          "BRIDGE_FILTER_OWN_MESSAGES",
          "BRIDGE_FILTER_BOTS",
          "BRIDGE_FILTER_CHANNELS",
          "BRIDGE_FILTER_MENTIONS_ONLY",
          "BRIDGE_SPOOL_EVENTS",
          "BRIDGE_SPOOL_MIB",
          "BRIDGE_SENDERS",
          "BRIDGE_MESSAGE_MIB",
          "BRIDGE_STOP_MILLIS",
          "BRIDGE_CURSOR_MILLIS",
          "BRIDGE_LEASE_MILLIS",
          "DISCORD_CLIENT_ID",
          "DISCORD_PUBLIC_KEY",
          "DISCORD_TOKEN_SECRET",
          "STOAT_TOKEN",
          "STOAT_API_URL",
          "TURNS_QUEUE_URL",
          "GATEHOUSE_PORT",
          "LLM_PROVIDER",
          "LLM_MODEL",
          "LLM_BASE_URL",
          "LLM_API_KEY_SECRET");

  private SettingNames() {}
}
