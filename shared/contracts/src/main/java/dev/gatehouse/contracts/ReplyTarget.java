package dev.gatehouse.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the answer of a turn goes. */
public sealed interface ReplyTarget {
  /**
   * A message in the conversation's channel.
   *
   * @param messageId the message that is replied to; null to send without a reference
   */
  record ChannelReply(@Nullable String messageId) implements ReplyTarget {}

  /**
   * The deferred response of an interaction.
   *
   * @param token valid until {@code expiresAt}; after that the answer goes to the channel
   */
  record InteractionReply(String applicationId, Secret token, Instant expiresAt)
      implements ReplyTarget {
    public InteractionReply {
      Check.notBlank("reply.application_id", applicationId);
    }
  }
}
