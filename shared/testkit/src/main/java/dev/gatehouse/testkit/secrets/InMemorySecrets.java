package dev.gatehouse.testkit.secrets;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory. */
public final class InMemorySecrets implements SecretStore {
  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

  /** Stores the secret under that name, or replaces it. */
  public InMemorySecrets with(String name, String value) {
    secrets.put(name, Secret.of(value));
    return this;
  }

  @Override
  public Optional<Secret> find(String name) {
    return Optional.ofNullable(secrets.get(name));
  }
}
