package dev.gatehouse.discord.model;

import dev.gatehouse.contracts.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an interaction, where, and how to answer it.
 *
 * @param token answers within 15 minutes, without any other credential
 * @param member who did it, in a guild
 * @param user who did it, elsewhere
 * @param message the message that the used component belongs to
 * @param appPermissions what the application may do in the channel
 * @param attachmentSizeLimit in bytes; 0 when Discord did not say
 */
public record InteractionContext(
    Snowflake id,
    Snowflake applicationId,
    InteractionType type,
    Secret token,
    @Nullable Snowflake guildId,
    @Nullable Snowflake channelId,
    @Nullable Channel channel,
    @Nullable Member member,
    @Nullable User user,
    @Nullable Message message,
    @Nullable Permissions appPermissions,
    @Nullable String locale,
    @Nullable String guildLocale,
    @Nullable InteractionContextType context,
    Map<String, String> authorizingIntegrationOwners,
    long attachmentSizeLimit) {
  public InteractionContext {
    Absent.refuse("id", id);
    Absent.refuse("application_id", applicationId);
    Absent.refuse("type", type);
    Absent.refuse("token", token);
    authorizingIntegrationOwners = Absent.asEmpty(authorizingIntegrationOwners);
  }

  /** Who did it, wherever that was; null only for a PING. */
  public @Nullable User invoker() {
    return member == null ? user : member.user();
  }
}
