package dev.gatehouse.cloud.secrets;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.SecretSetting;
import java.util.Optional;

/** Looks secrets up by name, so that no template and no environment has to hold them. */
public interface SecretStore {
  /** The current value of the secret of that name. */
  Optional<Secret> find(String name);

  /** The secret that a setting gives, or the current value of the one that it names. */
  default Optional<Secret> find(SecretSetting setting) {
    return switch (setting) {
      case SecretSetting.Given(String _, Secret secret) -> Optional.of(secret);
      case SecretSetting.Kept(String _, String secretName) -> find(secretName);
    };
  }

  /**
   * The same, for a secret that must be there.
   *
   * @throws InvalidSettingException when the secret that the setting names does not exist or is
   *     empty
   */
  default Secret resolve(SecretSetting setting) {
    return find(setting)
        .orElseThrow(() ->
            new InvalidSettingException(
                setting.setting(), "names a secret that does not exist or is empty"));
  }
}
