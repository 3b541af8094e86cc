package dev.gatehouse.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer of a turn goes. Whatever it is, the answer also stands in the conversation's
 * history, under the turn's id; a target outside the chats finds it there alone.
 */
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
   * @param ephemeral whether only the caller may see the answer: then it never goes to the channel
   */
  record InteractionReply(String applicationId, Secret token, Instant expiresAt, boolean ephemeral)
      implements ReplyTarget {
    public InteractionReply {
      Check.notBlank("reply.application_id", applicationId);
    }

    /** A response that everybody in the channel sees. */
    public InteractionReply(String applicationId, Secret token, Instant expiresAt) {
      this(applicationId, token, expiresAt, false);
    }
  }

  /**
   * A client of the REST API, which polls the turn by its id or listens for its steps.
   *
   * @param keyId names the API key that asked, and that alone may read the turn; never the key
   *     itself
   * @param correlationId the client's own word for its request, repeated with every step that is
   *     pushed; null when it gave none
   */
  record ApiReply(String keyId, @Nullable String correlationId) implements ReplyTarget {
    public ApiReply {
      Check.notBlank("reply.key_id", keyId);
      Check.atMost("reply.key_id", 64, keyId);
      if (correlationId != null) {
        Check.notBlank("reply.correlation_id", correlationId);
        Check.atMost("reply.correlation_id", 128, correlationId);
      }
    }
  }

  /**
   * A page of the web console.
   *
   * @param sessionId the signed-in session, whose pages are pushed the steps; their connections
   *     come and go while a turn runs, so none is named
   */
  record ConsoleReply(String sessionId) implements ReplyTarget {
    public ConsoleReply {
      Check.notBlank("reply.session_id", sessionId);
      Check.atMost("reply.session_id", 64, sessionId);
    }
  }
}
