package dev.gatehouse.cloud.secrets;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.SecretSetting;
import java.util.Optional;

/** Looks secrets up by name, so that no template and no environment has to hold them. */
public interface SecretStore {
  /** The current value of the secret of that name. */
  Optional<Secret> find(String name);

  /**
   * The secret that a setting gives or names.
   *
   * @throws InvalidSettingException when the secret that it names does not exist or is empty
   */
  default Secret resolve(SecretSetting setting) {
    return switch (setting) {
      case SecretSetting.Given(_, Secret secret) -> secret;
      case SecretSetting.Kept(String variable, String name) ->
          find(name)
              .orElseThrow(() ->
                  new InvalidSettingException(
                      variable, "names the secret " + name + ", which does not exist or is empty"));
    };
  }
}
