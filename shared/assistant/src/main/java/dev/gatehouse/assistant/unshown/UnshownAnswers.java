package dev.gatehouse.assistant.unshown;

import dev.gatehouse.assistant.table.RowKeys;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the answers that a conversation will never take: tells the person who asked elsewhere, and
 * keeps a row of it for a day, for {@code status}.
 */
public final class UnshownAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(UnshownAnswers.class);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST = 100;
  private static final String AT = "at";
  private static final String WHY = "why";
  private static final String TOLD = "told";

  private final Table table;
  private final InstantSource clock;
  private final Replies replies;

  public UnshownAnswers(Table table, InstantSource clock, Replies replies) {
    this.table = table;
    this.clock = clock;
    this.replies = replies;
  }

  /**
   * Does what can still be done; that it fails as well is not an error.
   *
   * @param userId who asked
   * @param id the request's or the turn's: the same answer is told once
   * @param text the answer as far as there is one; may be blank
   */
  public void add(
      ConversationId conversation,
      ReplyTarget target,
      String userId,
      String id,
      String text,
      ReplyException refusal) {
    String why = String.valueOf(refusal.getMessage());
    boolean told = replies.tellElsewhere(conversation, target, userId, id, text);
    Instant now = clock.instant();
    LOG.warn("{} in {} is not shown, told elsewhere: {}: {}", id, conversation.key(), told, why);
    try {
      table.put(
          new Item(
              RowKeys.unshownAnswer(conversation, id),
              Map.of(
                  AT,
                  Value.of(now.toEpochMilli()),
                  WHY,
                  Value.of(why),
                  TOLD,
                  Value.of(told),
                  Item.TTL,
                  Value.of(now.plus(KEPT).getEpochSecond()))));
    } catch (TableUnavailableException e) {
      LOG.warn("{} cannot be noted as not shown", id, e);
    }
  }

  /** Those of the last day, newest first. */
  public List<UnshownAnswer> lately(ConversationId conversation) {
    Instant oldest = clock.instant().minus(KEPT);
    return table.query(new Query(RowKeys.unshownAnswers(conversation), "", true, MOST)).stream()
        .map(UnshownAnswers::read)
        .filter(answer -> answer.at().isAfter(oldest))
        .sorted(Comparator.comparing(UnshownAnswer::at).reversed())
        .toList();
  }

  private static UnshownAnswer read(Item row) {
    return new UnshownAnswer(
        Instant.ofEpochMilli(row.number(AT, 0)), row.text(WHY).orElse(""), row.flag(TOLD));
  }
}
