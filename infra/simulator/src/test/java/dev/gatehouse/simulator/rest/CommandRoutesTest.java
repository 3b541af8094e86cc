package dev.gatehouse.simulator.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    assertEquals(201, first.status());
    assertEquals(200, second.status());
    assertEquals(first.json().path("id"), second.json().path("id"));
    assertEquals("Asks again", rest.get(commands).json().at("/0/description").asText());
  }

  @Test
  void bulkOverwriteDropsWhatItDoesNotList() {
    rest.post(commands, ASK);

    rest.send("PUT", commands, "[{\"name\":\"help\",\"description\":\"Helps\"}]");

    JsonNode left = rest.get(commands).json();
    assertEquals(1, left.size());
    assertEquals("help", left.at("/0/name").asText());
  }

  @Test
  void keepsGuildCommandsApart() {
    String ofGuild =
        commands.replace("/commands", "/guilds/" + lab.guild().path("id").asText() + "/commands");

    rest.post(ofGuild, ASK);

    assertEquals(0, rest.get(commands).json().size());
    assertEquals(1, rest.get(ofGuild).json().size());
  }

  @Test
  void editsAndDeletesOneCommand() {
    String path = commands + "/" + rest.post(commands, ASK).json().path("id").asText();

    JsonNode edited = rest.send("PATCH", path, "{\"description\":\"Other\"}").json();

    assertEquals("ask", edited.path("name").asText());
    assertEquals("Other", edited.path("description").asText());
    assertEquals(204, rest.send("DELETE", path, "").status());
    assertEquals(10063, rest.get(path).json().path("code").asInt());
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

    assertEquals(400, answer.status());
    assertEquals(1, answer.json().at(path + "/_errors").size(), answer.json().toString());
  }

  @Test
  void refusesAnotherApplicationsCommands() {
    assertEquals(403, lab.rest("another").get(commands).status());
  }
}
