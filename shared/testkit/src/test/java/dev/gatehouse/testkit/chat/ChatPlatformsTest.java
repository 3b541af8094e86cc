package dev.gatehouse.testkit.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import org.junit.jupiter.api.Test;

final class ChatPlatformsTest {
  private static final Platform ONE = new Platform("one");
  private static final Platform TWO = new Platform("two");

  @Test
  void aPlatformIsFoundByItsName() {
    ChatPlatform one = new SilentPlatform(ONE);
    ChatPlatform two = new SilentPlatform(TWO);

    ChatPlatforms platforms = ChatPlatforms.of(one, two);

    assertThat(platforms.get(TWO)).isSameAs(two);
    assertThat(platforms.all()).containsExactly(one, two);
  }

  @Test
  void aPlatformThatIsNotServedIsNamedWithTheField() {
    ChatPlatforms platforms = ChatPlatforms.of(new SilentPlatform(ONE), new SilentPlatform(TWO));

    assertThatThrownBy(() -> platforms.get(new Platform("three")))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessage("platform: three is not served here; served: one, two");
  }

  @Test
  void twoPlatformsOfOneNameAreRefused() {
    assertThatThrownBy(() -> ChatPlatforms.of(new SilentPlatform(ONE), new SilentPlatform(ONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one");
  }
}
