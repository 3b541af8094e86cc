package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.contracts.Secret;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials of the SDK's chain, which refreshes temporary ones before they expire. */
public final class SdkCredentials implements CredentialsSource, AutoCloseable {
  private record Converted(
      software.amazon.awssdk.auth.credentials.AwsCredentials from, AwsCredentials to) {}

  private final AwsCredentialsProvider provider;
  private volatile @Nullable Converted last;

  SdkCredentials(AwsCredentialsProvider provider) {
    this.provider = provider;
  }

  /**
   * Asks the chain.
   *
   * @throws CredentialsUnavailableException when nobody in it has any
   */
  @Override
  @SuppressWarnings("ReferenceEquality") // The chain hands out one object until it refreshes.
  public AwsCredentials current() {
    var resolved = resolved();
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

  /** Lets go of what the chain refreshes itself with. */
  @Override
  public void close() {
    if (provider instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }

  private software.amazon.awssdk.auth.credentials.AwsCredentials resolved() {
    try {
      return provider.resolveCredentials();
    } catch (SdkException e) {
      throw new CredentialsUnavailableException("credentials: " + e.getMessage(), e);
    }
  }

  private static AwsCredentials convert(
      software.amazon.awssdk.auth.credentials.AwsCredentials from) {
    Secret token =
        from instanceof AwsSessionCredentials session ? Secret.of(session.sessionToken()) : null;
    return new AwsCredentials(from.accessKeyId(), Secret.of(from.secretAccessKey()), token);
  }
}
