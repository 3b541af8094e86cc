package dev.gatehouse.cloud.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.aws.ServiceEndpoint;
import dev.gatehouse.cloud.dynamodb.DynamoEndpoint;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The lean client finds DynamoDB where the SDK does, or leaves it to the SDK. */
final class DynamoEndpointTest {
  static List<Region> regions() {
    return DynamoDbClient.serviceMetadata().regions().stream()
        .filter(region -> !region.id().contains("-iso") && !region.id().contains("fips"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("regions")
  void agreesWithTheSdk(Region region) {
    URI expected = URI.create("https://" + DynamoDbClient.serviceMetadata().endpointFor(region));

    assertEquals(Optional.of(expected), address(Map.of("AWS_REGION", region.id())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-iso-east-1", "eu-isoe-west-1", "us-east-1-fips"})
  void leavesRegionsWithRulesOfTheirOwnToTheSdk(String region) {
    assertEquals(Optional.empty(), address(Map.of("AWS_REGION", region)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"})
  void leavesEndpointsOfOtherKindsToTheSdk(String setting) {
    assertEquals(Optional.empty(), address(Map.of("AWS_REGION", "us-east-1", setting, "true")));
  }

  @Test
  void leavesTheRegionThatIsNotSetToTheSdk() {
    assertEquals(Optional.empty(), address(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1")));
  }

  @Test
  void aServicesOwnEndpointGoesBeforeTheOneForAll() {
    Map<String, String> both =
        Map.of(
            "AWS_DEFAULT_REGION", "eu-west-1",
            "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
            "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:2");

    assertEquals(Optional.of(URI.create("http://127.0.0.1:2")), address(both));
    assertEquals(
        Optional.of("eu-west-1"),
        DynamoEndpoint.of(Settings.of(both)).map(ServiceEndpoint::region));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example/", "eu_central_1", "Frankfurt"})
  void aRegionThatIsNoneIsNamed(String region) {
    String message =
        assertThrows(InvalidSettingException.class, () -> address(Map.of("AWS_REGION", region)))
            .getMessage();
    assertTrue(message.startsWith("AWS_REGION: must be a region"), message);
  }

  private static Optional<URI> address(Map<String, String> environment) {
    return DynamoEndpoint.of(Settings.of(environment)).map(ServiceEndpoint::address);
  }
}
