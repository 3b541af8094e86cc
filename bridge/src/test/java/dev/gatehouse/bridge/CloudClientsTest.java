package dev.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

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

    assertInstanceOf(EnvironmentCredentials.class, clients(keys).credentials());
  }

  @Test
  void anEcsTasksCredentialsAreFetchedWithoutTheSdksChain() {
    Map<String, String> task =
        Map.of("AWS_REGION", "eu-central-1", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/1");

    assertInstanceOf(ContainerCredentials.class, clients(task).credentials());
  }

  @Test
  void credentialsOfAProfileAreTheSdks() {
    CloudClients clients = clients(Map.of("AWS_REGION", "eu-central-1", "AWS_PROFILE", "mine"));

    assertInstanceOf(SdkCredentials.class, clients.credentials());
    assertSame(clients.sdk().credentials(), clients.credentials());
  }

  private static CloudClients clients(Map<String, String> environment) {
    return new CloudClients(environment, Clock.systemUTC(), System::nanoTime);
  }
}
