package dev.gatehouse.cloud.sdk;

import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * The address of a service where the environment overrides it: its own variable, else the one for
 * all services.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific
 *     endpoints</a>
 */
final class EndpointOverride {
  private static final String ALL = "AWS_ENDPOINT_URL";

  private EndpointOverride() {}

  /** The override for the service, such as {@code SQS} or {@code SECRETS_MANAGER}. */
  static Optional<URI> of(Settings settings, String service) {
    return settings.address(ALL + "_" + service).or(() -> settings.address(ALL));
  }
}
