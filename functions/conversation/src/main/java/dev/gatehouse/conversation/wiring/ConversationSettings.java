package dev.gatehouse.conversation.wiring;

import dev.gatehouse.cloud.blob.ClaimCheckStore;
import dev.gatehouse.contracts.settings.SecretSetting;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.net.URI;
import java.util.Optional;

/**
 * The settings of this function, checked before anything is done with them. Each that is wrong
 * throws {@link dev.gatehouse.contracts.settings.InvalidSettingException}, which names it.
 *
 * @param turnsQueue the queue that turns go to
 * @param table the table of conversations
 * @param discordToken the bot's token itself, or where it is kept
 * @param claims where oversized payloads lie, if anywhere
 */
public record ConversationSettings(
    URI turnsQueue,
    String table,
    SecretSetting discordToken,
    URI discordApi,
    Optional<ClaimCheckStore> claims,
    int historyDays,
    int questionsPerMinute) {
  /** Reads the settings of {@link dev.gatehouse.contracts.settings.Part#CONVERSATION}. */
  public static ConversationSettings of(Settings settings) {
    return new ConversationSettings(
        settings
            .address("TURNS_QUEUE_URL")
            .orElseGet(() ->
                URI.create(settings.requiredText("TURNS_QUEUE_URL", "the turns queue's URL"))),
        settings.requiredText("CONVERSATIONS_TABLE", "the name of the table of conversations"),
        SecretSetting.discordToken(settings),
        settings.address("DISCORD_API_URL").orElse(DiscordRestConfig.DISCORD),
        ClaimCheckStore.of(settings),
        settings.integer("HISTORY_TTL_DAYS", 30, 1, 3650),
        settings.integer("RATE_LIMIT_PER_MINUTE", 20, 1, 600));
  }
}
