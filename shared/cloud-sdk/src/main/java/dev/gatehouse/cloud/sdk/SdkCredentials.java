package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.sqs.AwsCredentials;
import dev.gatehouse.cloud.sqs.CredentialsSource;
import dev.gatehouse.contracts.Secret;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Credentials of the SDK's chain, which refreshes temporary ones before they expire. */
public final class SdkCredentials implements CredentialsSource {
  private record Converted(
      software.amazon.awssdk.auth.credentials.AwsCredentials from, AwsCredentials to) {}

  private final AwsCredentialsProvider provider;
  private volatile @Nullable Converted last;

  SdkCredentials(AwsCredentialsProvider provider) {
    this.provider = provider;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // The chain hands out one object until it refreshes.
  public AwsCredentials current() {
    var resolved = provider.resolveCredentials();
    Converted known = last;
    if (known != null && known.from() == resolved) {
      return known.to();
    }
    AwsCredentials converted = convert(resolved);
    last = new Converted(resolved, converted);
    return converted;
  }

  AwsCredentialsProvider provider() {
    return provider;
  }

  private static AwsCredentials convert(
      software.amazon.awssdk.auth.credentials.AwsCredentials from) {
    Secret token =
        from instanceof AwsSessionCredentials session ? Secret.of(session.sessionToken()) : null;
    return new AwsCredentials(from.accessKeyId(), Secret.of(from.secretAccessKey()), token);
  }
}
