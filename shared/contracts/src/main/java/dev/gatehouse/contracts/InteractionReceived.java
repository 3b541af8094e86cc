package dev.gatehouse.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verified interaction (a command, a button, a form) that was acknowledged and now awaits its
 * real response.
 *
 * @param interactionId the platform's id, which also deduplicates; at most 64 characters
 * @param type the platform's own number for what was done; passed through
 * @param token answers the interaction, for as long as the platform lets it
 * @param acknowledgement what the platform was told, and so what an edit of the original changes
 * @param payload the interaction as it came, without change
 */
public record InteractionReceived(
    int version,
    Platform platform,
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
    Check.atMost("interaction_id", 64, interactionId);
    Check.notBlank("application_id", applicationId);
  }

  @Override
  public String groupId() {
    return channelId == null
        ? GroupId.ofInteraction(platform, interactionId)
        : GroupId.ofChannel(platform, channelId);
  }

  @Override
  public String deduplicationId() {
    return "interaction-" + platform.name() + "-" + interactionId;
  }
}
