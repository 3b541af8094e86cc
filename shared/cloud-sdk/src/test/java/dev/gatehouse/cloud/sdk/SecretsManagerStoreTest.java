package dev.gatehouse.cloud.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

final class SecretsManagerStoreTest {
  private final SettableClock clock = new SettableClock();
  private final Vault vault = new Vault();
  private final SecretsManagerStore store = new SecretsManagerStore(() -> vault, clock);

  @Test
  void asksOnceInFiveMinutes() {
    vault.values.put("token", "first");
    assertEquals(Optional.of(Secret.of("first")), store.find("token"));
    vault.values.put("token", "rotated");

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertEquals(Optional.of(Secret.of("first")), store.find("token"));
    assertEquals(1, vault.calls);

    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.of(Secret.of("rotated")), store.find("token"));
  }

  @Test
  void doesNotRememberThatASecretIsMissing() {
    assertEquals(Optional.empty(), store.find("token"));
    vault.values.put("token", "there now");

    assertTrue(store.find("token").isPresent());
  }

  @Test
  void anEmptySecretIsNone() {
    vault.values.put("token", " ");

    assertEquals(Optional.empty(), store.find("token"));
  }

  @Test
  void namesTheSecretThatCannotBeReadAndNotItsValue() {
    vault.values.put("token", "value");
    vault.away = true;

    String message =
        assertThrows(SecretsUnavailableException.class, () -> store.find("token")).getMessage();
    assertTrue(message.contains("token"), message);
    assertFalse(message.contains("value"), message);
  }

  /** The one call that the store makes. */
  private static final class Vault implements SecretsManagerClient {
    private final Map<String, String> values = new HashMap<>();
    private int calls;
    private boolean away;

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      calls++;
      if (away) {
        throw SdkClientException.create("unreachable");
      }
      String value = values.get(request.secretId());
      if (value == null) {
        throw ResourceNotFoundException.builder().message("none").build();
      }
      return GetSecretValueResponse.builder().secretString(value).build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }
}
