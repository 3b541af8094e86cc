package dev.gatehouse.cloud.sqs;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the queue is and how long to wait for it.
 *
 * @param queueUrl names the queue in each request
 * @param endpoint whom to connect to: scheme, host and port count
 * @param region what requests are signed for, such as {@code eu-central-1}
 * @param connectTimeout the longest that opening a connection may take
 * @param readTimeout the longest that the queue may be silent
 * @param callTimeout the longest that a call may take in all, whatever it waits for: a connection,
 *     a peer that takes no bytes, an answer, a second attempt
 */
public record SqsSenderSettings(
    URI queueUrl,
    URI endpoint,
    String region,
    Duration connectTimeout,
    Duration readTimeout,
    Duration callTimeout) {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  public SqsSenderSettings {
    checkAddress("queueUrl", queueUrl);
    checkAddress("endpoint", endpoint);
    if (region.isEmpty()) {
      throw new IllegalArgumentException("region: must not be empty");
    }
  }

  /**
   * As the environment says: {@code AWS_ENDPOINT_URL_SQS}, {@code AWS_ENDPOINT_URL}, {@code
   * AWS_REGION} and {@code AWS_DEFAULT_REGION} as the SDK reads them. Without them the queue's URL
   * says both.
   *
   * @throws InvalidSettingException when the region is not known, or the way leads through a proxy
   */
  public static SqsSenderSettings of(URI queueUrl, Map<String, String> environment) {
    checkAddress("queueUrl", queueUrl);
    String override = first(environment, "AWS_ENDPOINT_URL_SQS", "AWS_ENDPOINT_URL");
    URI endpoint = override == null ? queueUrl : URI.create(override);
    checkAddress("endpoint", endpoint);
    ProxyRule.refuseProxy(endpoint, environment);
    return new SqsSenderSettings(
        queueUrl,
        endpoint,
        region(queueUrl, environment),
        CONNECT_TIMEOUT,
        READ_TIMEOUT,
        CALL_TIMEOUT);
  }

  /** The same queue with other limits. */
  public SqsSenderSettings waiting(
      Duration connectTimeout, Duration readTimeout, Duration callTimeout) {
    return new SqsSenderSettings(
        queueUrl, endpoint, region, connectTimeout, readTimeout, callTimeout);
  }

  boolean isTls() {
    return "https".equals(endpoint.getScheme());
  }

  private static void checkAddress(String field, URI address) {
    String scheme = address.getScheme();
    if (address.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException(field + ": must be an http or https URL, was " + address);
    }
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
