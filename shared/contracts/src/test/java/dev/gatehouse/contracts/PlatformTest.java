package dev.gatehouse.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "stoat", "text-console", "x2", "a234567890123456789012345678901z"})
  void aNameIsAWordThatAKeyCanHold(String name) {
    assertEquals(name, new Platform(name).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Stoat", "2x", "-x", "a:b", "a#b", "a b", "a_b", "é", "a\n"})
  void anyOtherNameIsRefusedWithTheField(String name) {
    assertEquals(
        "platform", assertThrows(InvalidFieldException.class, () -> new Platform(name)).field());
  }

  @Test
  void aNameThatIsTooLongIsNotRepeated() {
    InvalidFieldException error =
        assertThrows(InvalidFieldException.class, () -> new Platform("a".repeat(33)));

    assertEquals(
        "platform: must be 1 to 32 of a-z, 0-9 and '-', beginning with a letter, was 33 characters",
        error.getMessage());
  }

  @Test
  void twoPlatformsMayUseTheSameIds() {
    InteractionReceived one = interaction(new Platform("one"), "7");
    InteractionReceived two = interaction(new Platform("two"), "7");

    assertEquals("one:7", one.groupId());
    assertEquals("interaction-one-7", one.deduplicationId());
    assertEquals("two:7", two.groupId());
    assertEquals("interaction-two-7", two.deduplicationId());
  }

  @Test
  void anInteractionWithoutAChannelHoldsUpNobody() {
    assertEquals("one:interaction:9", interaction(new Platform("one"), null).groupId());
  }

  @Test
  void aGatewayIsToldThingsInTheGroupOfItsPlatform() {
    GatewayCommand command =
        new GatewayCommand.UpdatePresence(1, new Platform("one"), "c", "idle", null);

    assertEquals("one:commands:presence", command.groupId());
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
