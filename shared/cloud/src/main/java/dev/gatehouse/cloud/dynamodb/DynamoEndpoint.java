package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.ServiceEndpoint;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * Where DynamoDB is, as the environment says.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/ddb.html">DynamoDB endpoints</a>
 */
public final class DynamoEndpoint {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;

  /** A page holds up to 1 MB, which escapes and the names of types make several times larger. */
  private static final int LARGEST_ANSWER = 16 << 20;

  private DynamoEndpoint() {}

  /**
   * Reads {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_ENDPOINT_URL}, {@code AWS_REGION} and
   * {@code AWS_DEFAULT_REGION} as the SDK does. Nothing where only the SDK knows: without a region,
   * in an isolated one, or where FIPS or dual-stack endpoints are asked for.
   */
  public static Optional<ServiceEndpoint> of(Settings settings) {
    return region(settings, "AWS_REGION")
        .or(() -> region(settings, "AWS_DEFAULT_REGION"))
        .flatMap(region -> address(region, settings).map(address -> endpoint(region, address)));
  }

  private static Optional<String> region(Settings settings, String name) {
    return settings.parsed(name, "a region such as eu-central-1", DynamoEndpoint::checked);
  }

  /** It becomes a part of the host's name. */
  private static String checked(String region) {
    for (int i = 0; i < region.length(); i++) {
      char c = region.charAt(i);
      if (c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        throw new IllegalArgumentException("has a " + c);
      }
    }
    return region;
  }

  private static Optional<URI> address(String region, Settings settings) {
    return settings
        .address("AWS_ENDPOINT_URL_DYNAMODB")
        .or(() -> settings.address("AWS_ENDPOINT_URL"))
        .or(() -> isUsual(region, settings) ? Optional.of(usual(region)) : Optional.empty());
  }

  private static boolean isUsual(String region, Settings settings) {
    return !settings.flag("AWS_USE_FIPS_ENDPOINT", false)
        && !settings.flag("AWS_USE_DUALSTACK_ENDPOINT", false)
        && !region.contains("-iso")
        && !region.contains("fips");
  }

  private static URI usual(String region) {
    return URI.create("https://dynamodb." + region + "." + domain(region));
  }

  private static String domain(String region) {
    if (region.startsWith("cn-")) {
      return "amazonaws.com.cn";
    }
    return region.startsWith("eusc-") ? "amazonaws.eu" : "amazonaws.com";
  }

  private static ServiceEndpoint endpoint(String region, URI address) {
    return new ServiceEndpoint(
        address, "dynamodb", region, CONNECT_MILLIS, READ_MILLIS, LARGEST_ANSWER);
  }
}
