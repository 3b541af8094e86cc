package dev.gatehouse.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandRoutesTest {
  private static final String ASK = "{\"name\":\"ask\",\"description\":\"Asks\"}";

  private final SimulatorFixture lab = SimulatorFixture.open();
  private final Http rest = lab.rest();
  private final String commands = "/applications/" + lab.application() + "/commands";

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void overwritesACommandOfTheSameName() {
    Http.Answer first = rest.post(commands, ASK);
    Http.Answer second = rest.post(commands, ASK.replace("Asks", "Asks again"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(rest.get(commands).json().at("/0/description").asText()).isEqualTo("Asks again");
  }

  @Test
  void bulkOverwriteDropsWhatItDoesNotList() {
    rest.post(commands, ASK);

    rest.send("PUT", commands, "[{\"name\":\"help\",\"description\":\"Helps\"}]");

    JsonNode left = rest.get(commands).json();
    assertThat(left.size()).isEqualTo(1);
    assertThat(left.at("/0/name").asText()).isEqualTo("help");
  }

  @Test
  void keepsGuildCommandsApart() {
    String ofGuild =
        commands.replace("/commands", "/guilds/" + lab.guild().path("id").asText() + "/commands");

    rest.post(ofGuild, ASK);

    assertThat(rest.get(commands).json().size()).isEqualTo(0);
    assertThat(rest.get(ofGuild).json().size()).isEqualTo(1);
  }

  @Test
  void editsAndDeletesOneCommand() {
    String path = commands + "/" + rest.post(commands, ASK).json().path("id").asText();

    JsonNode edited = rest.send("PATCH", path, "{\"description\":\"Other\"}").json();

    assertThat(edited.path("name").asText()).isEqualTo("ask");
    assertThat(edited.path("description").asText()).isEqualTo("Other");
    assertThat(rest.send("DELETE", path, "").status()).isEqualTo(204);
    assertThat(rest.get(path).json().path("code").asInt()).isEqualTo(10063);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"Ask\",\"description\":\"x\"}|/errors/name",
        "{\"name\":\"ask\"}|/errors/description",
        "{\"name\":\"ask\",\"description\":\"x\",\"options\":[{\"type\":12,\"name\":\"a\",\"description\":\"x\"}]}|/errors/options/0/type",
        "{\"name\":\"ask\",\"description\":\"x\",\"options\":[{\"type\":3,\"name\":\"a\",\"description\":\"x\"},{\"type\":3,\"name\":\"b\",\"description\":\"x\",\"required\":true}]}|/errors/options/1",
        "{\"name\":\"ask\",\"description\":\"x\",\"options\":[{\"type\":4,\"name\":\"a\",\"description\":\"x\",\"choices\":[{\"name\":\"n\",\"value\":\"text\"}]}]}|/errors/options/0/choices/0/value",
        "{\"name\":\"Open\",\"type\":3,\"description\":\"x\"}|/errors/description"
      })
  void namesTheFieldThatBreaksARule(String command, String path) {
    Http.Answer answer = rest.post(commands, command);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at(path + "/_errors").size())
        .as(answer.json().toString())
        .isEqualTo(1);
  }

  @Test
  void refusesAnotherApplicationsCommands() {
    assertThat(lab.rest("another").get(commands).status()).isEqualTo(403);
  }
}
