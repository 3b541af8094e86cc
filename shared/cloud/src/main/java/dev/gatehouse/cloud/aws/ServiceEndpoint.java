package dev.gatehouse.cloud.aws;

import java.net.URI;

/**
 * A service of AWS, and how long to wait for it.
 *
 * @param address whom to connect to: scheme, host and port count
 * @param service what requests are signed for, such as {@code sqs}
 * @param region what requests are signed for, such as {@code eu-central-1}
 * @param connectMillis the longest that opening a connection may take
 * @param readMillis the longest that the service may be silent
 * @param largestAnswer in bytes, head and body together
 */
public record ServiceEndpoint(
    URI address,
    String service,
    String region,
    int connectMillis,
    int readMillis,
    int largestAnswer) {
  public ServiceEndpoint {
    checkAddress("endpoint", address);
    if (region.isEmpty()) {
      throw new IllegalArgumentException("region: must not be empty");
    }
  }

  /**
   * Checks that one can connect to it.
   *
   * @throws IllegalArgumentException naming the field
   */
  public static void checkAddress(String field, URI address) {
    String scheme = address.getScheme();
    if (address.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException(field + ": must be an http or https URL, was " + address);
    }
  }
}
