package dev.gatehouse.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.credentials.ContainerCredentials;
import dev.gatehouse.cloud.credentials.EnvironmentCredentials;
import dev.gatehouse.cloud.sdk.SdkCredentials;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the credentials of a bridge come from. */
final class CloudClientsTest {
  @Test
  void theEnvironmentUsuallySaysEnough() {
    Map<String, String> keys =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "no-secret");

    assertThat(clients(keys).credentials()).isInstanceOf(EnvironmentCredentials.class);
  }

  @Test
  void anEcsTasksCredentialsAreFetchedWithoutTheSdksChain() {
    Map<String, String> task =
        Map.of("AWS_REGION", "eu-central-1", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/1");

    assertThat(clients(task).credentials()).isInstanceOf(ContainerCredentials.class);
  }

  @Test
  void credentialsOfAProfileAreTheSdks() {
    CloudClients clients = clients(Map.of("AWS_REGION", "eu-central-1", "AWS_PROFILE", "mine"));

    assertThat(clients.credentials()).isInstanceOf(SdkCredentials.class);
    assertThat(clients.credentials()).isSameAs(clients.sdk().credentials());
  }

  private static CloudClients clients(Map<String, String> environment) {
    return new CloudClients(environment, Clock.systemUTC(), System::nanoTime);
  }
}
