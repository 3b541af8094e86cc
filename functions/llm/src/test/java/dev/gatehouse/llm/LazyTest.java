package dev.gatehouse.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LazyTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void is_made_once_and_not_before_it_is_asked_for() {
    Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

    assertThat(made).hasValue(0);
    assertThat(lazy.get()).isEqualTo(1);
    assertThat(lazy.get()).isEqualTo(1);
  }

  @Test
  void is_tried_again_after_a_failure() {
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
