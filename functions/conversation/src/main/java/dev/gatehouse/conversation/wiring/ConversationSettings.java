package dev.gatehouse.conversation.wiring;

import dev.gatehouse.assistant.settings.ConversationsTable;
import dev.gatehouse.cloud.blob.ClaimCheckStore;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * The settings of this function, checked before anything is done with them. Each that is wrong
 * throws {@link dev.gatehouse.contracts.settings.InvalidSettingException}, which names it.
 *
 * @param eventsQueue where events come from
 * @param deadLetters where one goes that can never be handled
 * @param turnsQueue the queue that turns go to
 * @param readsFiles whether files that people attach are read
 * @param claims where oversized payloads lie, if anywhere
 */
public record ConversationSettings(
    URI eventsQueue,
    URI deadLetters,
    URI turnsQueue,
    ConversationsTable conversations,
    Optional<ClaimCheckStore> claims,
    int questionsPerMinute,
    boolean readsFiles) {
  /** Reads the settings of {@link dev.gatehouse.contracts.settings.Part#CONVERSATION}. */
  public static ConversationSettings of(Settings settings) {
    return new ConversationSettings(
        settings.requiredAddress("EVENTS_QUEUE_URL", "the events queue's URL"),
        settings.requiredAddress(
            "EVENTS_DEAD_LETTERS_URL", "the URL of the events queue's dead-letter queue"),
        settings.requiredAddress("TURNS_QUEUE_URL", "the turns queue's URL"),
        ConversationsTable.of(settings),
        ClaimCheckStore.of(settings),
        settings.integer("RATE_LIMIT_PER_MINUTE", 20, 1, 600),
        settings.flag("ENABLE_FILE_UPLOAD", true));
  }
}
