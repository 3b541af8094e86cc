package dev.gatehouse.simulator.page;

import static dev.gatehouse.simulator.page.ChatRoom.COMPOSER;
import static dev.gatehouse.simulator.page.ChatRoom.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrowserExtension.class)
final class CommandsTest {

  private static final String COMMANDS =
      """
      [{"name": "ask", "description": "Ask about the code", "options": [
         {"type": 3, "name": "question", "description": "What to find out", "required": true},
         {"type": 3, "name": "model", "description": "Who answers", "choices": [
           {"name": "Fast", "value": "fast-1"}, {"name": "Careful", "value": "careful-1"}]}]},
       {"name": "watch", "description": "Watch directories", "options": [
         {"type": 1, "name": "add", "description": "Watch one more", "options": [
           {"type": 3, "name": "path", "description": "Which", "required": true, "autocomplete": true}]}]},
       {"name": "give", "description": "Take all kinds", "options": [
         {"type": 11, "name": "file", "description": "A file", "required": true},
         {"type": 8, "name": "role", "description": "A role", "required": true},
         {"type": 6, "name": "user", "description": "A user", "required": true},
         {"type": 7, "name": "channel", "description": "A channel", "required": true}]},
       {"name": "whisper", "description": "Answer in private"},
       {"name": "report", "description": "Fill in a form"},
       {"name": "silent", "description": "Say nothing useful"},
       {"name": "Explain this", "type": 3}]
      """;

  private final Browser browser;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private @TempDir Path folder;
  private ChatRoom room;

  CommandsTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    room = ChatRoom.open(browser, COMMANDS, this::answer);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String answer(JsonNode interaction) {
    received.add(interaction);
    return switch (interaction.path("type").asInt()) {
      case 4 ->
          "{\"type\": 8, \"data\": {\"choices\": [{\"name\": \"the sources\", \"value\": \"src/main\"}]}}";
      case 5 -> "{\"type\": 4, \"data\": {\"content\": \"Thank you, form.\"}}";
      default -> answerCommand(interaction.path("data").path("name").asText());
    };
  }

  private static String answerCommand(String name) {
    return switch (name) {
      case "ask" -> "{\"type\": 5}";
      case "whisper" -> "{\"type\": 4, \"data\": {\"content\": \"Between us.\", \"flags\": 64}}";
      case "report" ->
          """
          {"type": 9, "data": {"custom_id": "report", "title": "Report a bug", "components": [
            {"type": 18, "label": "What happened?", "description": "One sentence",
             "component": {"type": 4, "custom_id": "what", "style": 1, "min_length": 3}},
            {"type": 1, "components": [{"type": 4, "custom_id": "log", "style": 2, "label": "Log", "required": false}]}]}}
          """;
      case "silent" -> "{\"type\": 99}";
      default -> "{\"type\": 4, \"data\": {\"content\": \"Done: " + name + "\"}}";
    };
  }

  private JsonNode interaction() {
    try {
      @Nullable JsonNode interaction = received.poll(60, TimeUnit.SECONDS);
      if (interaction == null) {
        throw new AssertionError("the endpoint was not called");
      }
      return interaction;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runsACommandChosenFromThePicker() {
    browser.type(COMPOSER, "/");
    browser.awaitText("[data-testid=suggestion]", "Ask about the code");
    room.screenshot("command-picker");
    browser.type(COMPOSER, "as" + Browser.ENTER);
    browser.type("[data-option=question]", "why is the build slow?");
    browser.click("[data-testid=add-option]");
    browser.awaitText("[data-testid=suggestion]", "Careful");
    room.screenshot("command-options");
    browser.type("input[data-option=model]", "care" + Browser.ENTER);
    browser.press(Browser.ENTER);

    var interaction = interaction();
    browser.awaitText("[data-testid=thinking]", "is thinking");
    room.screenshot("thinking");
    room.respond(
        interaction, Rest.JSON.createObjectNode().put("content", "Because of **the cache**."));

    browser.awaitText(CONTENT + " strong", "the cache");
    browser.awaitText("[data-testid=invocation]", "/ask");
    browser.awaitGone("[data-testid=thinking]");
    assertThat(interaction.at("/data/options/0/value").asText())
        .isEqualTo("why is the build slow?");
    assertThat(interaction.at("/data/options/1/value").asText()).isEqualTo("careful-1");
    assertThat(browser.count("[data-testid=message]")).isEqualTo(1);
  }

  @Test
  void runsACommandTypedInOneGo() {
    browser.type(COMPOSER, "/ask ");
    browser.await("[data-option=question]");
    browser.press("x");
    browser.press(Browser.ENTER);

    assertThat(interaction().at("/data/options/0/value").asText()).isEqualTo("x");
  }

  @Test
  void takesFilesRolesUsersAndChannels() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
    browser.type(COMPOSER, "/give ");
    browser.type("[data-option=file]", file.toString());
    browser.type("[data-option=role]", "mod" + Browser.TAB);
    browser.type("[data-option=user]", "grace" + Browser.TAB);
    browser.type("[data-option=channel]", "dev" + Browser.TAB);
    room.screenshot("all-options");
    browser.click("[data-testid=run]");

    var data = interaction().path("data");
    var options = data.path("options");
    assertThat(data.at("/resolved/attachments/" + options.at("/0/value").asText() + "/filename"))
        .hasToString("\"notes.txt\"");
    assertThat(data.at("/resolved/roles/" + options.at("/1/value").asText() + "/name"))
        .hasToString("\"Moderator\"");
    assertThat(options.at("/2/value").asText()).isEqualTo(room.person("grace"));
    assertThat(options.at("/3/value").asText()).isEqualTo(room.channel("dev"));
    browser.awaitText(CONTENT, "Done: give");
  }

  @Test
  void asksForAMissingOption() {
    browser.type(COMPOSER, "/ask ");
    browser.await("[data-option=question]");
    browser.press(Browser.ENTER);

    browser.awaitText("[data-testid=problem]", "required");
    assertThat(received.size()).isEqualTo(0);
  }

  @Test
  void completesAnOptionOfASubcommand() {
    browser.type(COMPOSER, "/watch add ");
    browser.type("[data-option=path]", "so");
    browser.awaitText("[data-testid=suggestion]", "the sources");
    browser.click("[data-testid=suggestion]");
    browser.press(Browser.ENTER);

    browser.awaitText(CONTENT, "Done: watch");
    var last = interaction();
    while (last.path("type").asInt() == 4) {
      last = interaction();
    }
    assertThat(last.at("/data/options/0/name").asText()).isEqualTo("add");
    assertThat(last.at("/data/options/0/options/0/value").asText()).isEqualTo("src/main");
  }

  @Test
  void showsAPrivateAnswerToItsPersonOnly() {
    browser.type(COMPOSER, "/whisper" + Browser.ENTER);
    browser.await("[data-testid=command-form]");
    browser.press(Browser.ENTER);

    browser.awaitText("[data-testid=ephemeral]", "Only you can see this");
    browser.click("[data-testid=user-switch]");
    browser.click("[data-testid=act-as][data-username=grace]");
    browser.awaitText("[data-testid=current-user]", "Grace");
    browser.await("[data-testid=welcome]");
    assertThat(browser.count("[data-testid=message]")).isEqualTo(0);

    browser.click("[data-testid=user-switch]");
    browser.click("[data-testid=act-as][data-username=ada]");
    browser.awaitText(CONTENT, "Between us.");
    browser.click("[data-testid=dismiss]");
    browser.awaitGone("[data-testid=message]");
  }

  @Test
  void opensAModalAndSendsItsFields() {
    browser.type(COMPOSER, "/report" + Browser.ENTER);
    browser.await("[data-testid=command-form]");
    browser.press(Browser.ENTER);
    browser.awaitText("[data-testid=modal]", "Report a bug");
    browser.click("[data-testid=modal-submit]");
    browser.awaitText("[data-testid=modal] .problem", "required");

    browser.type("[data-custom-id=what]", "It broke");
    room.screenshot("modal");
    browser.click("[data-testid=modal-submit]");

    browser.awaitText(CONTENT, "Thank you, form.");
    browser.awaitGone("[data-testid=modal]");
    interaction();
    var submitted = interaction();
    assertThat(submitted.at("/data/components/0/component/custom_id").asText()).isEqualTo("what");
    assertThat(submitted.at("/data/components/0/component/value").asText()).isEqualTo("It broke");
  }

  @Test
  void showsAFailedCommandInPlace() {
    browser.type(COMPOSER, "/silent" + Browser.ENTER);
    browser.await("[data-testid=command-form]");
    browser.press(Browser.ENTER);

    browser.await("[data-testid=interaction][data-state=failed] [role=alert]");
    room.screenshot("failed-command");
    browser.click("[data-testid=interaction] .text-button");
    browser.awaitGone("[data-testid=interaction]");
  }

  @Test
  void runsAMessageCommand() {
    browser.type(COMPOSER, "int x = 07;" + Browser.ENTER);
    browser.awaitText(CONTENT, "int x");
    browser.hover("[data-testid=message]");
    browser.click("[data-testid=tool-apps]");
    browser.click("[data-testid=message-command]");

    browser.awaitText(CONTENT, "Done: Explain this");
    assertThat(
            interaction()
                .path("data")
                .path("resolved")
                .path("messages")
                .elements()
                .next()
                .path("content")
                .asText())
        .isEqualTo("int x = 07;");
  }
}
