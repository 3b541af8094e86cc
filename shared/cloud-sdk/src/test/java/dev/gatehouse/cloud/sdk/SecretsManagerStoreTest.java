package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
    assertThat(store.find("token")).isEqualTo(Optional.of(Secret.of("first")));
    vault.values.put("token", "rotated");

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(store.find("token")).isEqualTo(Optional.of(Secret.of("first")));
    assertThat(vault.calls).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    assertThat(store.find("token")).isEqualTo(Optional.of(Secret.of("rotated")));
  }

  @Test
  void doesNotRememberThatASecretIsMissing() {
    assertThat(store.find("token")).isEmpty();
    vault.values.put("token", "there now");

    assertThat(store.find("token").isPresent()).isTrue();
  }

  @Test
  void anEmptySecretIsNone() {
    vault.values.put("token", " ");

    assertThat(store.find("token")).isEmpty();
  }

  @Test
  void namesTheSecretThatCannotBeReadAndNotItsValue() {
    vault.values.put("token", "value");
    vault.away = true;

    String message =
        assertThatExceptionOfType(SecretsUnavailableException.class)
            .isThrownBy(() -> store.find("token"))
            .actual()
            .getMessage();
    assertThat(message).contains("token");
    assertThat(message).doesNotContain("value");
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
