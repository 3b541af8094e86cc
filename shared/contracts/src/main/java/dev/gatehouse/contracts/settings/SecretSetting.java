package dev.gatehouse.contracts.settings;

import dev.gatehouse.contracts.Secret;
import java.util.Optional;

/** A secret as a setting has it: the secret itself, or the name that a secret store keeps it by. */
public sealed interface SecretSetting {
  /** The variable that says it. */
  String setting();

  /** The secret itself. */
  record Given(String setting, Secret secret) implements SecretSetting {}

  /**
   * Kept elsewhere.
   *
   * @param secretName the name or ARN of the secret
   */
  record Kept(String setting, String secretName) implements SecretSetting {}

  /** The secret that the variable holds, if it is set. */
  static Optional<SecretSetting> given(Settings settings, String setting) {
    return settings.secret(setting).map(secret -> new Given(setting, secret));
  }

  /** The name that the variable holds, if it is set. */
  static Optional<SecretSetting> kept(Settings settings, String setting) {
    return settings.text(setting).map(name -> new Kept(setting, name));
  }
}
