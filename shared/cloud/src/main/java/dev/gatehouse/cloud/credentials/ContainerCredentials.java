package dev.gatehouse.cloud.credentials;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.io.IOException;
import java.time.InstantSource;
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
  private final InstantSource clock;
  private volatile @Nullable TemporaryCredentials kept;
  private long triedAt;
  private boolean fresh;

  private ContainerCredentials(ContainerEndpoint endpoint, InstantSource clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /**
   * As {@code AWS_CONTAINER_CREDENTIALS_RELATIVE_URI}, {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}
   * and {@code AWS_CONTAINER_AUTHORIZATION_TOKEN} say. Nothing is fetched yet.
   *
   * @param clock put right by the services that are called, where it can be
   * @throws InvalidSettingException when the address is none that may be asked for credentials
   */
  public static ContainerCredentials of(Map<String, String> environment, InstantSource clock) {
    return new ContainerCredentials(ContainerEndpoint.of(environment), clock);
  }

  /**
   * Fetches them when there are none that last.
   *
   * @throws CredentialsUnavailableException when there are none to be had
   */
  @Override
  public AwsCredentials current() {
    TemporaryCredentials now = kept;
    return now != null && lasts(now, RENEWED_BEFORE_END) ? now.credentials() : renewed();
  }

  /** One caller fetches; the others wait for what it brings. */
  private synchronized AwsCredentials renewed() {
    TemporaryCredentials old = kept;
    if (old != null && (lasts(old, RENEWED_BEFORE_END) || triedJustNow() && serves(old))) {
      return old.credentials();
    }
    triedAt = epochSecond();
    try {
      TemporaryCredentials fetched = endpoint.fetch();
      kept = fetched;
      fresh = true;
      return fetched.credentials();
    } catch (IOException | IllegalArgumentException e) {
      fresh = false;
      if (old != null && lasts(old, 0)) {
        return old.credentials();
      }
      throw new CredentialsUnavailableException(endpoint + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether they are worth a try: what has just been fetched is, also where this machine's clock
   * says that it has ended. If the clock is right, the service refuses it; if it is wrong, nobody
   * but the service can say so.
   */
  private boolean serves(TemporaryCredentials credentials) {
    return fresh || lasts(credentials, 0);
  }

  /** In either direction, since the clock may be put right meanwhile. */
  private boolean triedJustNow() {
    return Math.abs(epochSecond() - triedAt) < TRIED_AGAIN_AFTER;
  }

  private boolean lasts(TemporaryCredentials credentials, long seconds) {
    return epochSecond() + seconds < credentials.expires();
  }

  private long epochSecond() {
    return Math.floorDiv(clock.millis(), 1000L);
  }
}
