package dev.gatehouse.testkit.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InMemorySecretsTest {
  @Test
  void findsTheLastValueOfAName() {
    InMemorySecrets secrets = new InMemorySecrets().with("name", "old").with("name", "new");

    assertThat(secrets.find("name")).isEqualTo(Optional.of(Secret.of("new")));
    assertThat(secrets.find("other")).isEmpty();
  }
}
