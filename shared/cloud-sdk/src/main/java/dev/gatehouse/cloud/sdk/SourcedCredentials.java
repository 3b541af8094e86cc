package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.contracts.Secret;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Gives the SDK credentials of ours, so that its own chain, which takes memory, is not loaded. */
final class SourcedCredentials implements AwsCredentialsProvider {
  private final CredentialsSource source;

  SourcedCredentials(CredentialsSource source) {
    this.source = source;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      var current = source.current();
      String key = current.secretAccessKey().reveal();
      Secret token = current.sessionToken();
      return token == null
          ? AwsBasicCredentials.create(current.accessKeyId(), key)
          : AwsSessionCredentials.create(current.accessKeyId(), key, token.reveal());
    } catch (CredentialsUnavailableException e) {
      throw SdkClientException.create(String.valueOf(e.getMessage()), e);
    }
  }
}
