package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to our application; null leaves a part as it is.
 *
 * @param interactionsEndpointUrl where Discord sends interactions; it sends a PING and a bad
 *     signature there before it accepts
 * @see <a
 *     href="https://docs.discord.com/developers/resources/application#edit-current-application">Edit
 *     current application</a>
 */
public record ApplicationEdit(
    @Nullable String description,
    @Nullable String interactionsEndpointUrl,
    @Nullable String eventWebhooksUrl,
    @Nullable List<String> eventWebhooksTypes,
    @Nullable List<String> tags) {
  public ApplicationEdit {
    eventWebhooksTypes = eventWebhooksTypes == null ? null : List.copyOf(eventWebhooksTypes);
    tags = tags == null ? null : List.copyOf(tags);
  }

  public static ApplicationEdit interactionsEndpoint(String url) {
    return new ApplicationEdit(null, url, null, null, null);
  }
}
