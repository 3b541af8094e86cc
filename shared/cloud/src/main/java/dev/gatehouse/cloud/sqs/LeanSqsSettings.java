package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.aws.ServiceEndpoint;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the queue is and how long to wait for it.
 *
 * @param queueUrl names the queue in each request
 * @param endpoint whom to connect to: scheme, host and port count
 * @param region what requests are signed for
 * @param connectMillis the longest that opening a connection may take
 * @param readMillis the longest that the queue may be silent
 */
public record LeanSqsSettings(
    URI queueUrl, URI endpoint, String region, int connectMillis, int readMillis) {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 10_000;
  private static final int LARGEST_ANSWER = 1 << 20;

  public LeanSqsSettings {
    ServiceEndpoint.checkAddress("queueUrl", queueUrl);
    ServiceEndpoint.checkAddress("endpoint", endpoint);
    if (region.isEmpty()) {
      throw new IllegalArgumentException("region: must not be empty");
    }
  }

  /**
   * As the environment says: {@code AWS_ENDPOINT_URL_SQS}, {@code AWS_ENDPOINT_URL}, {@code
   * AWS_REGION} and {@code AWS_DEFAULT_REGION} as the SDK reads them. Without them the queue's URL
   * says both.
   */
  public static LeanSqsSettings of(URI queueUrl, Map<String, String> environment) {
    ServiceEndpoint.checkAddress("queueUrl", queueUrl);
    String override = first(environment, "AWS_ENDPOINT_URL_SQS", "AWS_ENDPOINT_URL");
    URI endpoint = override == null ? queueUrl : URI.create(override);
    return new LeanSqsSettings(
        queueUrl, endpoint, region(queueUrl, environment), CONNECT_MILLIS, READ_MILLIS);
  }

  /** As the connections see it. */
  ServiceEndpoint service() {
    return new ServiceEndpoint(endpoint, "sqs", region, connectMillis, readMillis, LARGEST_ANSWER);
  }

  private static String region(URI queueUrl, Map<String, String> environment) {
    String region = first(environment, "AWS_REGION", "AWS_DEFAULT_REGION");
    if (region != null) {
      return region;
    }
    String host = queueUrl.getHost();
    if (host.startsWith("sqs.") && host.indexOf(".amazonaws.") > 0) {
      return host.substring("sqs.".length(), host.indexOf(".amazonaws."));
    }
    throw new InvalidSettingException(
        "AWS_REGION", "is not set; it must hold the queue's region, such as eu-central-1");
  }

  private static @Nullable String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }
}
