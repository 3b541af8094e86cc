package dev.gatehouse.testkit.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.contracts.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InMemorySecretsTest {
  @Test
  void findsTheLastValueOfAName() {
    InMemorySecrets secrets = new InMemorySecrets().with("name", "old").with("name", "new");

    assertEquals(Optional.of(Secret.of("new")), secrets.find("name"));
    assertEquals(Optional.empty(), secrets.find("other"));
  }
}
