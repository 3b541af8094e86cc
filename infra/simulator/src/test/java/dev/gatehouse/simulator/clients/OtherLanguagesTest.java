package dev.gatehouse.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OtherLanguagesTest {

  static Stream<ClientProject> clients() {
    return Stream.of(ClientProject.DISCORD_JS, ClientProject.DISCORD_PY);
  }

  @ParameterizedTest
  @MethodSource("clients")
  void logsInHearsAndAnswers(ClientProject client) throws IOException, InterruptedException {
    try (var town = new ClientFixture();
        var _ = client.start(environment(town))) {
      town.awaitCommand("shout");
      town.awaitBot();
      var question = town.says("are you there?");

      var answer = town.awaitAnswer("heard are you there? in #general");

      assertThat(answer.at("/message_reference/message_id").asText())
          .isEqualTo(question.path("id").asText());
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void answersACommandThatItRegistered(ClientProject client)
      throws IOException, InterruptedException {
    try (var town = new ClientFixture();
        var _ = client.start(environment(town))) {
      town.awaitCommand("shout");
      town.awaitBot();

      town.uses("shout", "text", "hello");

      town.awaitAnswer("HELLO");
    }
  }

  private static Map<String, String> environment(ClientFixture town) {
    return Map.of("SIMULATOR_URL", town.url(), "BOT_TOKEN", "unseen.bot.token");
  }
}
