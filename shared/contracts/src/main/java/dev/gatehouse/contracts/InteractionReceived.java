package dev.gatehouse.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verified interaction that was acknowledged and now awaits its real response (<a
 * href="https://docs.discord.com/developers/interactions/receiving-and-responding">Discord</a>).
 *
 * @param interactionId Discord's id, which also deduplicates
 * @param type 2 command, 3 component, 4 autocomplete, 5 modal; others pass through
 * @param token answers the interaction for 15 minutes after {@code receivedAt}
 * @param acknowledgement what Discord was told, and so what an edit of the original changes
 * @param payload the interaction as it came, without change
 */
public record InteractionReceived(
    int version,
    String interactionId,
    String applicationId,
    int type,
    Secret token,
    Acknowledgement acknowledgement,
    @Nullable String guildId,
    @Nullable String channelId,
    @Nullable String userId,
    Instant receivedAt,
    RawJson payload)
    implements EventMessage {
  public InteractionReceived {
    Check.version(version);
    Check.notBlank("interaction_id", interactionId);
    Check.notBlank("application_id", applicationId);
  }

  @Override
  public String groupId() {
    return channelId == null
        ? Platform.DISCORD.wireName() + ":interaction:" + interactionId
        : GroupId.ofChannel(Platform.DISCORD, channelId);
  }

  @Override
  public String deduplicationId() {
    return "interaction-" + interactionId;
  }
}
