package dev.gatehouse.bridge;

import dev.gatehouse.cloud.aws.CredentialsSource;
import dev.gatehouse.cloud.aws.CredentialsSources;
import dev.gatehouse.cloud.aws.ServiceEndpoint;
import dev.gatehouse.cloud.dynamodb.DynamoEndpoint;
import dev.gatehouse.cloud.dynamodb.LeanDynamo;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sqs.LeanSqs;
import dev.gatehouse.cloud.sqs.LeanSqsSettings;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Clients that the ports share, each made when the first port needs it: the lean ones where they
 * suffice, else the SDK's, which take memory. Made by one thread, and closed by one.
 */
final class CloudClients implements AutoCloseable {
  private final Map<String, String> environment;
  private final Settings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final CredentialsSource credentials;
  private @Nullable AwsClients sdk;
  private @Nullable LeanDynamo dynamo;
  private @Nullable LeanSqs events;

  CloudClients(Map<String, String> environment, Clock clock, RandomGenerator random) {
    this.environment = environment;
    this.settings = Settings.of(environment);
    this.clock = clock;
    this.random = random;
    this.credentials =
        CredentialsSources.find(environment, clock).orElseGet(() -> sdk().credentials());
  }

  AwsClients sdk() {
    AwsClients made = sdk == null ? AwsClients.of(settings) : sdk;
    sdk = made;
    return made;
  }

  CredentialsSource credentials() {
    return credentials;
  }

  /** The table of that name. */
  Table table(String name) {
    Optional<ServiceEndpoint> endpoint = DynamoEndpoint.of(settings);
    return endpoint.isPresent() ? dynamo(endpoint.get()).table(name) : sdk().table(name);
  }

  /** The events queue at that URL. */
  LeanSqs events(URI url) {
    LeanSqs made =
        events == null
            ? new LeanSqs(LeanSqsSettings.of(url, environment), credentials, clock)
            : events;
    events = made;
    return made;
  }

  /** Closes every connection; the SDK last, since the others may have their credentials of it. */
  @Override
  public void close() {
    if (events != null) {
      events.close();
    }
    if (dynamo != null) {
      dynamo.close();
    }
    if (sdk != null) {
      sdk.close();
    }
  }

  private LeanDynamo dynamo(ServiceEndpoint endpoint) {
    LeanDynamo made =
        dynamo == null ? new LeanDynamo(endpoint, credentials, clock, random) : dynamo;
    dynamo = made;
    return made;
  }
}
