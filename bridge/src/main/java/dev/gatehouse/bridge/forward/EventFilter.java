package dev.gatehouse.bridge.forward;

import dev.gatehouse.bridge.scan.Scan;
import java.util.Set;

/**
 * Which events go on to the queue; each one costs a part of an SQS call.
 *
 * @param events the names that pass; empty lets every name pass
 * @param ownMessages whether messages of our own user pass
 * @param bots whether messages of other bots and of webhooks pass
 * @param channels the only channels whose events pass; empty for all. Events of no channel pass
 * @param mentionsOnly whether a guild's message must mention us; direct messages always pass
 */
public record EventFilter(
    Set<String> events,
    boolean ownMessages,
    boolean bots,
    Set<Long> channels,
    boolean mentionsOnly) {
  /** What the functions of Gatehouse consume. */
  public static final Set<String> DEFAULT_EVENTS = Set.of("MESSAGE_CREATE");

  private static final Set<String> MESSAGES = Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE");

  public EventFilter {
    events = Set.copyOf(events);
    channels = Set.copyOf(channels);
  }

  /** Messages of people, and nothing else. */
  public static EventFilter standard() {
    return new EventFilter(DEFAULT_EVENTS, false, false, Set.of(), false);
  }

  /**
   * Whether the event goes on.
   *
   * @param ourId our own user's id, or {@link Scan#NONE} while it is not known
   */
  public boolean accepts(Scan scan, long ourId) {
    return acceptsName(scan)
        && (ownMessages || ourId == Scan.NONE || scan.actorId() != ourId)
        && (bots || !scan.authorIsBot() || scan.actorId() == ourId)
        && acceptsChannel(scan)
        && (!mentionsOnly || !isGuildMessage(scan) || scan.mentionsUs());
  }

  private boolean acceptsName(Scan scan) {
    return events.isEmpty() || events.contains(scan.event().text());
  }

  private boolean acceptsChannel(Scan scan) {
    return channels.isEmpty()
        || scan.channelId() == Scan.NONE
        || channels.contains(scan.channelId());
  }

  private static boolean isGuildMessage(Scan scan) {
    return scan.guildId() != Scan.NONE && MESSAGES.contains(scan.event().text());
  }
}
