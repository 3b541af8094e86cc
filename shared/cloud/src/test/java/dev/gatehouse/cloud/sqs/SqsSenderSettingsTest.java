package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.cloud.credentials.EnvironmentCredentials;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqsSenderSettingsTest {
  private static final URI QUEUE =
      URI.create("https://sqs.eu-west-3.amazonaws.com/123456789012/q.fifo");

  @Test
  void theQueuesUrlSaysWhereAndForWhichRegion() {
    SqsSenderSettings settings = SqsSenderSettings.of(QUEUE, Map.of());

    assertThat(settings.endpoint()).isEqualTo(QUEUE);
    assertThat(settings.region()).isEqualTo("eu-west-3");
  }

  @Test
  void theEnvironmentOverrides() {
    Map<String, String> environment =
        Map.of(
            "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
            "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:2",
            "AWS_REGION", "us-east-1");
    SqsSenderSettings settings = SqsSenderSettings.of(QUEUE, environment);

    assertThat(settings.endpoint()).isEqualTo(URI.create("http://127.0.0.1:2"));
    assertThat(settings.region()).isEqualTo("us-east-1");
  }

  @Test
  void aMissingRegionIsNamed() {
    URI local = URI.create("http://127.0.0.1:9324/1/q.fifo");

    String message =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> SqsSenderSettings.of(local, Map.of()))
            .actual()
            .getMessage();
    assertThat(message).contains("AWS_REGION");
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    URI wrong = URI.create("ftp://example.com/q.fifo");

    String message =
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> SqsSenderSettings.of(wrong, Map.of()))
            .actual()
            .getMessage();
    assertThat(message).contains("queueUrl");
  }

  @Test
  void credentialsComeFromTheEnvironmentAndPrintRedacted() {
    AwsCredentials credentials =
        EnvironmentCredentials.of(
                Map.of(
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "hidden-key",
                    "AWS_SESSION_TOKEN", "hidden-token"))
            .current();

    assertThat(credentials.secretAccessKey().reveal()).isEqualTo("hidden-key");
    assertThat(credentials.toString().contains("hidden")).as(credentials::toString).isFalse();
  }

  @Test
  void aMissingKeyIsNamed() {
    Map<String, String> half = Map.of("AWS_ACCESS_KEY_ID", "id");

    String message =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> EnvironmentCredentials.of(half))
            .actual()
            .getMessage();
    assertThat(message).contains("AWS_SECRET_ACCESS_KEY");
  }
}
