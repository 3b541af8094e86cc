package dev.gatehouse.llm.wiring;

import dev.gatehouse.cloud.secrets.SecretStore;
import dev.gatehouse.contracts.Secret;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that is opened when a secret is first looked up, and kept, since it remembers values. */
final class LateSecretStore implements SecretStore {
  private final Supplier<SecretStore> opener;
  private @Nullable SecretStore store;

  LateSecretStore(Supplier<SecretStore> opener) {
    this.opener = opener;
  }

  @Override
  public Optional<Secret> find(String name) {
    return open().find(name);
  }

  private synchronized SecretStore open() {
    SecretStore known = store;
    if (known == null) {
      known = opener.get();
      store = known;
    }
    return known;
  }
}
