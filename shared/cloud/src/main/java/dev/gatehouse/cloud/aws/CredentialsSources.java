package dev.gatehouse.cloud.aws;

import java.time.Clock;
import java.util.Map;

/** Chooses where a function's credentials come from. */
public final class CredentialsSources {
  private CredentialsSources() {}

  /**
   * The variables that hold the credentials themselves, where they are; else the endpoint that
   * Lambda names instead under SnapStart, since what a snapshot holds may have expired when it is
   * restored (<a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html#snapstart-credentials">SnapStart
   * and credentials</a>).
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the variable that is
   *     missing or wrong
   */
  public static CredentialsSource of(Map<String, String> environment, Clock clock) {
    if (isSet(environment, ContainerEndpoint.ADDRESS) && !isSet(environment, "AWS_ACCESS_KEY_ID")) {
      return ContainerCredentials.of(environment, clock);
    }
    return EnvironmentCredentials.of(environment);
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value != null && !value.isBlank();
  }
}
