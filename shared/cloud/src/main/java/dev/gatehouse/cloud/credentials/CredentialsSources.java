package dev.gatehouse.cloud.credentials;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Chooses where a process's credentials come from. */
public final class CredentialsSources {
  private static final String KEY_ID = "AWS_ACCESS_KEY_ID";

  private CredentialsSources() {}

  /**
   * The variables that hold the credentials themselves, where they are; else the endpoint that ECS
   * names, and Lambda under SnapStart, since what a snapshot holds may have expired when it is
   * restored (<a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html#snapstart-credentials">SnapStart
   * and credentials</a>).
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the variable that is
   *     missing or wrong
   */
  public static CredentialsSource of(Map<String, String> environment, InstantSource clock) {
    return isInContainer(environment) && !isSet(environment, KEY_ID)
        ? ContainerCredentials.of(environment, clock)
        : EnvironmentCredentials.of(environment);
  }

  /**
   * The same, or nothing where only the AWS SDK's chain may know them: a web identity, a profile, a
   * token in a file, a machine's metadata.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the variable that is
   *     wrong
   */
  public static Optional<CredentialsSource> find(
      Map<String, String> environment, InstantSource clock) {
    boolean found =
        isSet(environment, KEY_ID) || (isInContainer(environment) && !isElsewhere(environment));
    return found ? Optional.of(of(environment, clock)) : Optional.empty();
  }

  private static boolean isInContainer(Map<String, String> environment) {
    return isSet(environment, ContainerEndpoint.PATH)
        || isSet(environment, ContainerEndpoint.ADDRESS);
  }

  /** What the SDK's chain asks before a container's endpoint, or needs there beside it. */
  private static boolean isElsewhere(Map<String, String> environment) {
    return isSet(environment, "AWS_WEB_IDENTITY_TOKEN_FILE")
        || isSet(environment, "AWS_PROFILE")
        || isSet(environment, "AWS_SHARED_CREDENTIALS_FILE")
        || isSet(environment, "AWS_CONFIG_FILE")
        || isSet(environment, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value != null && !value.isBlank();
  }
}
