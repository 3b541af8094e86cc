package dev.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gatehouse.cloud.aws.ContainerCredentials;
import dev.gatehouse.cloud.aws.EnvironmentCredentials;
import dev.gatehouse.cloud.sdk.DynamoTable;
import dev.gatehouse.cloud.sdk.SdkCredentials;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When the lean clients suffice, and when the SDK is needed. */
final class CloudClientsTest {
  private static final Map<String, String> USUAL =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "no-secret");

  @Test
  void theEnvironmentUsuallySaysEnough() {
    CloudClients clients = clients(USUAL);

    assertInstanceOf(EnvironmentCredentials.class, clients.credentials());
    assertFalse(clients.table("t") instanceof DynamoTable);
  }

  @Test
  void anEcsTasksCredentialsAreFetchedWithoutTheSdk() {
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

  @Test
  void anEndpointThatOnlyTheSdkKnowsIsTheSdks() {
    Map<String, String> fips = new HashMap<>(USUAL);
    fips.put("AWS_USE_FIPS_ENDPOINT", "true");

    assertEquals(DynamoTable.class, clients(fips).table("t").getClass());
  }

  private static CloudClients clients(Map<String, String> environment) {
    return new CloudClients(environment, Clock.systemUTC(), new Random());
  }
}
