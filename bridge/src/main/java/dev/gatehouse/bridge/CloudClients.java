package dev.gatehouse.bridge;

import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.credentials.CredentialsSources;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.cloud.sqs.SigningClock;
import dev.gatehouse.cloud.sqs.SqsHttpSender;
import dev.gatehouse.cloud.sqs.SqsSenderSettings;
import dev.gatehouse.contracts.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Clients that the ports share, each made when the first port needs it: without a state table, and
 * with credentials that the environment names, the SDK is not loaded. Made by one thread, and
 * closed by one.
 */
final class CloudClients implements AutoCloseable {
  private final Map<String, String> environment;
  private final SigningClock clock;
  private final LongSupplier nanos;
  private final Optional<CredentialsSource> ownCredentials;
  private @Nullable AwsClients sdk;
  private @Nullable SqsHttpSender events;

  CloudClients(Map<String, String> environment, Clock clock, LongSupplier nanos) {
    this.environment = environment;
    this.clock = new SigningClock(clock);
    this.nanos = nanos;
    this.ownCredentials = CredentialsSources.find(environment, this.clock);
  }

  /** The SDK's clients. */
  AwsClients sdk() {
    Settings settings = Settings.of(environment);
    AwsClients made =
        sdk == null
            ? ownCredentials
                .map(source -> AwsClients.of(settings, source))
                .orElseGet(() -> AwsClients.of(settings))
            : sdk;
    sdk = made;
    return made;
  }

  /** What requests are signed with: as the environment says, else as the SDK's chain finds. */
  CredentialsSource credentials() {
    return ownCredentials.orElseGet(() -> sdk().credentials());
  }

  /** The events queue at that URL. */
  SqsHttpSender events(URI url) {
    SqsHttpSender made =
        events == null
            ? new SqsHttpSender(SqsSenderSettings.of(url, environment), credentials(), clock, nanos)
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
    if (sdk != null) {
      sdk.close();
    }
  }
}
