package dev.gatehouse.bridge.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.Shard;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandPayloadTest {
  private static final Platform DISCORD = new Platform("discord");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void readsACommandToThisGateway() {
    GatewayCommand command = presence(DISCORD);

    assertThat(CommandPayload.read(MessageCodec.encode(command))).isEqualTo(command);
  }

  static Stream<Arguments> others() {
    QueueMessage event = new GapDetected(1, DISCORD, "s1", new Shard(0, 1), 4, NOW, NOW);
    return Stream.of(
        Arguments.of("{\"v\":1}", "kind"),
        Arguments.of("{\"v\":1,\"kind\":\"dance\"}", "kind"),
        Arguments.of("no JSON", "body"),
        Arguments.of(MessageCodec.encode(event), "kind"),
        Arguments.of(MessageCodec.encode(presence(new Platform("stoat"))), "platform"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void refusesWhatIsNone(String body, String field) {
    assertThatExceptionOfType(InvalidFieldException.class)
        .isThrownBy(() -> CommandPayload.read(body))
        .returns(field, InvalidFieldException::field);
  }

  private static GatewayCommand presence(Platform platform) {
    return new GatewayCommand.UpdatePresence(1, platform, "c1", "online", null);
  }
}
