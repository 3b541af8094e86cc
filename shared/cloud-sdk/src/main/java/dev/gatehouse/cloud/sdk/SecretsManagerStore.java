package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.contracts.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets of AWS Secrets Manager, by name or ARN. A value is kept for five minutes, so that a
 * rotated one is seen soon and a busy function does not pay for each look-up. Safe for many
 * threads.
 */
public final class SecretsManagerStore implements SecretStore {
  private static final Duration KEEP = Duration.ofMinutes(5);

  private record Kept(Secret secret, Instant until) {}

  private final Supplier<SecretsManagerClient> secretsManager;
  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * A store without secrets yet.
   *
   * @param secretsManager asked for when the first secret is: not everybody has one
   */
  SecretsManagerStore(Supplier<SecretsManagerClient> secretsManager, Clock clock) {
    this.secretsManager = secretsManager;
    this.clock = clock;
  }

  @Override
  public Optional<Secret> find(String name) {
    Kept known = kept.get(name);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Optional.of(known.secret());
    }
    Optional<Secret> current = fetch(name);
    current.ifPresentOrElse(secret -> keep(name, secret), () -> kept.remove(name));
    return current;
  }

  private void keep(String name, Secret secret) {
    kept.put(name, new Kept(secret, clock.instant().plus(KEEP)));
  }

  private Optional<Secret> fetch(String name) {
    try {
      String value =
          secretsManager.get().getSecretValue(request -> request.secretId(name)).secretString();
      return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(Secret::of);
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new SecretsUnavailableException("secret " + name + ": " + e.getMessage(), e);
    }
  }
}
