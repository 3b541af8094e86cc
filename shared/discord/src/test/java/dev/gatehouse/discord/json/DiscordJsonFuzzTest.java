package dev.gatehouse.discord.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatehouse.discord.model.ApplicationCommand;
import dev.gatehouse.discord.model.Channel;
import dev.gatehouse.discord.model.Interaction;
import dev.gatehouse.discord.model.Message;
import java.util.List;

final class DiscordJsonFuzzTest {
  private static final List<Class<?>> MODELS =
      List.of(Message.class, Interaction.class, Channel.class, ApplicationCommand.class);

  @FuzzTest
  void aPayloadIsReadOrTheFieldThatIsWrongIsNamed(byte[] json) {
    for (Class<?> model : MODELS) {
      Object value;
      try {
        value = DiscordJson.read(json, model);
      } catch (MalformedPayloadException e) {
        assertThat(e).message().isNotBlank();
        continue;
      }
      assertThat(DiscordJson.write(value)).isNotEmpty();
      assertThat(value.toString()).isNotEmpty();
    }
  }
}
