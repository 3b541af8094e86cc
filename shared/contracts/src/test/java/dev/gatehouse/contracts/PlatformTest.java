package dev.gatehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "stoat", "text-console", "x2", "a234567890123456789012345678901z"})
  void aNameIsAWordThatAKeyCanHold(String name) {
    assertThat(new Platform(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Stoat", "2x", "-x", "a:b", "a#b", "a b", "a_b", "é", "a\n"})
  void anyOtherNameIsRefusedWithTheField(String name) {
    assertThat(
            assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new Platform(name))
                .actual()
                .field())
        .isEqualTo("platform");
  }

  @Test
  void aNameThatIsTooLongIsNotRepeated() {
    InvalidFieldException error =
        assertThatExceptionOfType(InvalidFieldException.class)
            .isThrownBy(() -> new Platform("a".repeat(33)))
            .actual();

    assertThat(error.getMessage())
        .isEqualTo(
            "platform: must be 1 to 32 of a-z, 0-9 and '-', beginning with a letter, was 33 characters");
  }

  @Test
  void twoPlatformsMayUseTheSameIds() {
    InteractionReceived one = interaction(new Platform("one"), "7");
    InteractionReceived two = interaction(new Platform("two"), "7");

    assertThat(one.groupId()).isEqualTo("one:7");
    assertThat(one.deduplicationId()).isEqualTo("interaction-one-7");
    assertThat(two.groupId()).isEqualTo("two:7");
    assertThat(two.deduplicationId()).isEqualTo("interaction-two-7");
  }

  @Test
  void anInteractionWithoutAChannelHoldsUpNobody() {
    assertThat(interaction(new Platform("one"), null).groupId()).isEqualTo("one:interaction:9");
  }

  @Test
  void aGatewayIsToldThingsInTheGroupOfItsPlatform() {
    GatewayCommand command =
        new GatewayCommand.UpdatePresence(1, new Platform("one"), "c", "idle", null);

    assertThat(command.groupId()).isEqualTo("one:commands:presence");
  }

  private static InteractionReceived interaction(Platform platform, String channel) {
    return new InteractionReceived(
        1,
        platform,
        channel == null ? "9" : channel,
        "77",
        2,
        Secret.of("t"),
        Acknowledgement.DEFERRED_MESSAGE,
        null,
        channel,
        null,
        Instant.EPOCH,
        new RawJson("{}"));
  }
}
