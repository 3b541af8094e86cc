package dev.gatehouse.cloud.sdk;

import dev.gatehouse.contracts.settings.Settings;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * What every client has in common: region, credentials, endpoint, the JDK's HTTP client, and limits
 * on how long a call may take.
 */
final class ClientSetup {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 3;

  private final Settings settings;
  private final AwsCredentialsProvider credentials;

  ClientSetup(Settings settings, AwsCredentialsProvider credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  /**
   * Sets the client up.
   *
   * @param service the service's name in the variable of its endpoint
   * @param answer the longest time that one attempt may be silent
   * @param interceptors what looks at each call on its way
   */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B apply(
      B builder, String service, Duration answer, ExecutionInterceptor... interceptors) {
    settings
        .text("AWS_REGION")
        .or(() -> settings.text("AWS_DEFAULT_REGION"))
        .ifPresent(region -> builder.region(Region.of(region)));
    EndpointOverride.of(settings, service).ifPresent(builder::endpointOverride);
    return builder
        .credentialsProvider(credentials)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(answer))
        .overrideConfiguration(limits(answer, List.of(interceptors)));
  }

  private static ClientOverrideConfiguration limits(
      Duration answer, List<ExecutionInterceptor> interceptors) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build())
        .apiCallTimeout(answer.multipliedBy(ATTEMPTS))
        .executionInterceptors(interceptors)
        .build();
  }
}
