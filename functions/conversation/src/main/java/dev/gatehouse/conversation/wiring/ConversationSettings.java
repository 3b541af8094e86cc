package dev.gatehouse.conversation.wiring;

import dev.gatehouse.contracts.settings.KnownSettings;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * The settings of this function, checked before anything is done with them. Each that is wrong
 * throws {@link dev.gatehouse.contracts.settings.InvalidSettingException}, which names it.
 *
 * @param turnsQueue the queue that turns go to
 * @param table the table of conversations
 * @param claims where oversized payloads lie, if anywhere
 */
public record ConversationSettings(
    URI turnsQueue,
    String table,
    Optional<Claims> claims,
    int historyDays,
    int questionsPerMinute) {
  /** Where oversized payloads lie. */
  public sealed interface Claims {
    /** In a bucket. */
    record Bucket(String name) implements Claims {}

    /** In a table. */
    record InTable(String name) implements Claims {}

    /** In a directory. */
    record Directory(Path path) implements Claims {}
  }

  /** Reads the settings and refuses names that are nearly ours. */
  public static ConversationSettings of(Settings settings, Collection<String> names) {
    KnownSettings.ofEveryPart().check(names);
    return new ConversationSettings(
        settings
            .address("TURNS_QUEUE_URL")
            .orElseGet(() ->
                URI.create(settings.requiredText("TURNS_QUEUE_URL", "the turns queue's URL"))),
        settings.requiredText("CONVERSATIONS_TABLE", "the name of the table of conversations"),
        claims(settings),
        settings.integer("HISTORY_TTL_DAYS", 30, 1, 3650),
        settings.integer("RATE_LIMIT_PER_MINUTE", 20, 1, 600));
  }

  /** The nearest first: a directory and a table are for a laptop, which has no bucket. */
  private static Optional<Claims> claims(Settings settings) {
    return settings
        .text("CLAIMS_DIRECTORY")
        .<Claims>map(path -> new Claims.Directory(Path.of(path)))
        .or(() -> settings.text("CLAIMS_TABLE").map(Claims.InTable::new))
        .or(() -> settings.text("CLAIMS_BUCKET").map(Claims.Bucket::new));
  }
}
