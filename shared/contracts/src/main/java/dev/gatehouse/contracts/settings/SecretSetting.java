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

  /** What either variable says; the secret itself goes before the name of one. */
  static Optional<SecretSetting> of(Settings settings, String given, String kept) {
    return settings
        .secret(given)
        .<SecretSetting>map(secret -> new Given(given, secret))
        .or(() -> settings.text(kept).map(name -> new Kept(kept, name)));
  }

  /** The bot's token, which must be there. */
  static SecretSetting discordToken(Settings settings) {
    return of(settings, "DISCORD_TOKEN", "DISCORD_TOKEN_SECRET")
        .orElseThrow(() ->
            new InvalidSettingException(
                "DISCORD_TOKEN",
                "is not set; it must hold the bot's token, or DISCORD_TOKEN_SECRET the name of a"
                    + " secret that does"));
  }
}
