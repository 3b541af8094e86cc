package dev.gatehouse.cloud.credentials;

/** Where credentials come from. It is asked before each call, so it may refresh them. */
@FunctionalInterface
public interface CredentialsSource {
  /** The credentials that are valid now. */
  AwsCredentials current();
}
