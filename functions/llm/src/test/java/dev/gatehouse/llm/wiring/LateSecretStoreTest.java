package dev.gatehouse.llm.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.Secret;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LateSecretStoreTest {
  @Test
  void is_opened_once_and_only_when_a_secret_is_wanted() {
    AtomicInteger opened = new AtomicInteger();
    LateSecretStore store =
        new LateSecretStore(() -> {
          opened.incrementAndGet();
          return name -> Optional.of(Secret.of("value of " + name));
        });

    assertThat(opened).hasValue(0);
    assertThat(store.find("a")).contains(Secret.of("value of a"));
    assertThat(store.find("b")).contains(Secret.of("value of b"));
    assertThat(opened).hasValue(1);
  }
}
