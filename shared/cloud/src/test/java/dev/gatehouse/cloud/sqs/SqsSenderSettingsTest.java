package dev.gatehouse.cloud.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    assertEquals(QUEUE, settings.endpoint());
    assertEquals("eu-west-3", settings.region());
  }

  @Test
  void theEnvironmentOverrides() {
    Map<String, String> environment =
        Map.of(
            "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
            "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:2",
            "AWS_REGION", "us-east-1");
    SqsSenderSettings settings = SqsSenderSettings.of(QUEUE, environment);

    assertEquals(URI.create("http://127.0.0.1:2"), settings.endpoint());
    assertEquals("us-east-1", settings.region());
  }

  @Test
  void aMissingRegionIsNamed() {
    URI local = URI.create("http://127.0.0.1:9324/1/q.fifo");

    String message =
        assertThrows(InvalidSettingException.class, () -> SqsSenderSettings.of(local, Map.of()))
            .getMessage();
    assertTrue(message.contains("AWS_REGION"), message);
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    URI wrong = URI.create("ftp://example.com/q.fifo");

    String message =
        assertThrows(IllegalArgumentException.class, () -> SqsSenderSettings.of(wrong, Map.of()))
            .getMessage();
    assertTrue(message.contains("queueUrl"), message);
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

    assertEquals("hidden-key", credentials.secretAccessKey().reveal());
    assertFalse(credentials.toString().contains("hidden"), credentials::toString);
  }

  @Test
  void aMissingKeyIsNamed() {
    Map<String, String> half = Map.of("AWS_ACCESS_KEY_ID", "id");

    String message =
        assertThrows(InvalidSettingException.class, () -> EnvironmentCredentials.of(half))
            .getMessage();
    assertTrue(message.contains("AWS_SECRET_ACCESS_KEY"), message);
  }
}
