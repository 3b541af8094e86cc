package dev.gatehouse.cloud.credentials;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from the environment, where Lambda puts those of the function's role.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Defined
 *     runtime environment variables</a>
 */
public final class EnvironmentCredentials implements CredentialsSource {
  private final AwsCredentials credentials;

  private EnvironmentCredentials(AwsCredentials credentials) {
    this.credentials = credentials;
  }

  /**
   * Reads them once.
   *
   * @throws InvalidSettingException that names the variable that is missing
   */
  public static EnvironmentCredentials of(Map<String, String> environment) {
    return new EnvironmentCredentials(
        new AwsCredentials(
            required(environment, "AWS_ACCESS_KEY_ID"),
            Secret.of(required(environment, "AWS_SECRET_ACCESS_KEY")),
            sessionToken(environment)));
  }

  @Override
  public AwsCredentials current() {
    return credentials;
  }

  private static @Nullable Secret sessionToken(Map<String, String> environment) {
    String token = environment.get("AWS_SESSION_TOKEN");
    return token == null || token.isBlank() ? null : Secret.of(token);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new InvalidSettingException(name, "is not set; requests to AWS are signed with it");
    }
    return value.strip();
  }
}
