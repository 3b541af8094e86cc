package dev.gatehouse.cloud.sdk;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.Settings;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The keys that the settings hold, else the SDK's default chain, which refreshes its own. */
final class Credentials {
  private Credentials() {}

  static AwsCredentialsProvider of(Settings settings) {
    Optional<String> keyId = settings.text("AWS_ACCESS_KEY_ID");
    Optional<Secret> secret = settings.secret("AWS_SECRET_ACCESS_KEY");
    if (keyId.isEmpty() || secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    String key = secret.get().reveal();
    return settings
        .secret("AWS_SESSION_TOKEN")
        .map(token -> session(keyId.get(), key, token))
        .orElseGet(() -> StaticCredentialsProvider.create(basic(keyId.get(), key)));
  }

  private static AwsBasicCredentials basic(String keyId, String key) {
    return AwsBasicCredentials.create(keyId, key);
  }

  private static StaticCredentialsProvider session(String keyId, String key, Secret token) {
    return StaticCredentialsProvider.create(
        AwsSessionCredentials.create(keyId, key, token.reveal()));
  }
}
