package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our application, as its owner sees it.
 *
 * @param verifyKey the public key of its webhooks, 64 hexadecimal digits
 * @see <a
 *     href="https://docs.discord.com/developers/resources/application#application-object">Application
 *     object</a>
 */
public record Application(
    Snowflake id,
    String name,
    @Nullable String description,
    @Nullable User bot,
    @Nullable User owner,
    @Nullable String verifyKey,
    @Nullable String interactionsEndpointUrl,
    @Nullable String eventWebhooksUrl,
    List<String> eventWebhooksTypes,
    long flags,
    boolean botPublic,
    List<String> tags) {
  private static final long GATEWAY_MESSAGE_CONTENT = 1L << 18 | 1L << 19;

  public Application {
    Absent.refuse("id", id);
    Absent.refuse("name", name);
    eventWebhooksTypes = Absent.asEmpty(eventWebhooksTypes);
    tags = Absent.asEmpty(tags);
  }

  /** Whether the MESSAGE_CONTENT intent is switched on, in either of its two grades. */
  public boolean mayReadMessageContent() {
    return (flags & GATEWAY_MESSAGE_CONTENT) != 0;
  }
}
