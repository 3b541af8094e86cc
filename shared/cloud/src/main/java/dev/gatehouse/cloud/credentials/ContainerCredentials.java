package dev.gatehouse.cloud.credentials;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from an endpoint of the machine, kept until shortly before they expire. When they
 * cannot be renewed then, those at hand serve until their very end.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">
 *     Container credential provider</a>
 */
public final class ContainerCredentials implements CredentialsSource {
  private static final long RENEWED_BEFORE_END = 300;
  private static final long TRIED_AGAIN_AFTER = 10;

  private final ContainerEndpoint endpoint;
  private final Clock clock;
  private volatile @Nullable TemporaryCredentials kept;
  private long triedAt;

  private ContainerCredentials(ContainerEndpoint endpoint, Clock clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /**
   * As {@code AWS_CONTAINER_CREDENTIALS_RELATIVE_URI}, {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}
   * and {@code AWS_CONTAINER_AUTHORIZATION_TOKEN} say. Nothing is fetched yet.
   *
   * @throws InvalidSettingException when the address is none that may be asked for credentials
   */
  public static ContainerCredentials of(Map<String, String> environment, Clock clock) {
    return new ContainerCredentials(ContainerEndpoint.of(environment), clock);
  }

  /**
   * Fetches them when there are none that last.
   *
   * @throws CredentialsUnavailableException when there are none that are valid
   */
  @Override
  public AwsCredentials current() {
    TemporaryCredentials now = kept;
    return now != null && lasts(now, RENEWED_BEFORE_END) ? now.credentials() : renewed();
  }

  /** One caller fetches; the others wait for what it brings. */
  private synchronized AwsCredentials renewed() {
    TemporaryCredentials old = kept;
    boolean valid = old != null && lasts(old, 0);
    if (old != null && valid && (lasts(old, RENEWED_BEFORE_END) || triedJustNow())) {
      return old.credentials();
    }
    triedAt = epochSecond();
    try {
      return keep(endpoint.fetch());
    } catch (IOException | IllegalArgumentException e) {
      if (old != null && valid) {
        return old.credentials();
      }
      throw new CredentialsUnavailableException(endpoint + ": " + e.getMessage(), e);
    }
  }

  private AwsCredentials keep(TemporaryCredentials fetched) {
    if (!lasts(fetched, 0)) {
      throw new IllegalArgumentException("answered with credentials that have expired");
    }
    kept = fetched;
    return fetched.credentials();
  }

  private boolean triedJustNow() {
    return epochSecond() - triedAt < TRIED_AGAIN_AFTER;
  }

  private boolean lasts(TemporaryCredentials credentials, long seconds) {
    return epochSecond() + seconds < credentials.expires();
  }

  private long epochSecond() {
    return Math.floorDiv(clock.millis(), 1000L);
  }
}
