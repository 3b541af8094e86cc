package dev.gatehouse.bridge.scan;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whom a mention has to name to be ours: our own user, and in each guild the role that Discord made
 * for it (<a href="https://docs.discord.com/developers/topics/permissions#role-object">Discord</a>:
 * {@code tags.bot_id}). Only READY tells the one, and GUILD_CREATE the others. Changed by the
 * shard's own thread, read by any.
 */
public final class MentionTargets {
  private final Set<Long> roles;
  private volatile long userId;
  private volatile int changes;

  /**
   * @param userId our own, or {@link Scan#NONE} until READY tells it
   * @param roles that are known already
   */
  public MentionTargets(long userId, Set<Long> roles) {
    this.userId = userId;
    this.roles = ConcurrentHashMap.newKeySet();
    this.roles.addAll(roles);
  }

  /** Targets that READY and GUILD_CREATE have yet to tell. */
  public MentionTargets() {
    this(Scan.NONE, Set.of());
  }

  public long userId() {
    return userId;
  }

  boolean isOurRole(long role) {
    return !roles.isEmpty() && roles.contains(role);
  }

  /** A new session begins, which tells of all guilds. */
  public void begin(long ourId) {
    userId = ourId;
    roles.clear();
  }

  /** A guild has told of a role that stands for a bot. */
  public void learn(long role, long botId) {
    if (botId == userId && botId != Scan.NONE && role != Scan.NONE && roles.add(role)) {
      changes++;
    }
  }

  /** The roles that stand for our user. */
  public Set<Long> roles() {
    return Set.copyOf(roles);
  }

  /** Rises whenever there is another role. */
  public int changes() {
    return changes;
  }
}
