package dev.gatehouse.cloud.secrets;

import dev.gatehouse.contracts.Secret;
import java.util.Optional;

/** Looks secrets up by name, so that no template and no environment has to hold them. */
public interface SecretStore {
  /** The current value of the secret of that name. */
  Optional<Secret> find(String name);
}
