package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LazyTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void isMadeOnceAndNotBeforeItIsAskedFor() {
    Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

    assertThat(made).hasValue(0);
    assertThat(lazy.get()).isEqualTo(1);
    assertThat(lazy.get()).isEqualTo(1);
  }

  @Test
  void isTriedAgainAfterAFailure() {
    Lazy<Integer> lazy =
        new Lazy<>(() -> {
          if (made.incrementAndGet() == 1) {
            throw new IllegalStateException("the store of secrets does not answer");
          }
          return made.get();
        });

    assertThatThrownBy(lazy::get).isInstanceOf(IllegalStateException.class);
    assertThat(lazy.get()).isEqualTo(2);
  }
}
