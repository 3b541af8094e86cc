package dev.gatehouse.simulator.page;

import static dev.gatehouse.simulator.page.ChatRoom.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
final class ComponentsTest {

  private static final String ROWS =
      """
      {"content": "Deploy now?", "components": [
        {"type": 1, "components": [
          {"type": 2, "style": 3, "label": "Approve", "custom_id": "approve"},
          {"type": 2, "style": 4, "label": "Break", "custom_id": "break"},
          {"type": 2, "style": 2, "label": "Later", "custom_id": "later", "disabled": true},
          {"type": 2, "style": 5, "label": "Diff", "url": "https://example.com/diff"}]},
        {"type": 1, "components": [{"type": 3, "custom_id": "stage", "placeholder": "Which stage?", "max_values": 2,
          "options": [{"label": "Staging", "value": "s"}, {"label": "Production", "value": "p"}]}]}]}
      """;

  private final Browser browser;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private ChatRoom room;

  ComponentsTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    room = ChatRoom.open(browser, "[]", this::answer);
    room.botSays(ROWS);
    browser.awaitText(CONTENT, "Deploy now?");
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String answer(JsonNode interaction) {
    received.add(interaction);
    return switch (interaction.at("/data/custom_id").asText()) {
      case "approve" -> "{\"type\": 7, \"data\": {\"content\": \"Approved.\", \"components\": []}}";
      case "stage" -> "{\"type\": 4, \"data\": {\"content\": \"Staged.\"}}";
      default -> "{\"type\": 99}";
    };
  }

  @Test
  void drawsEachKindOfButton() {
    assertThat(browser.count("[data-testid=button]")).isEqualTo(3);
    assertThat(browser.count("[data-testid=button]:disabled")).isEqualTo(1);
    assertThat(
            browser.count(
                "a[data-testid=link-button][href='https://example.com/diff'][rel~=noopener]"))
        .isEqualTo(1);

    room.screenshot("components");
  }

  @Test
  void pressesAButtonThatUpdatesItsMessage() {
    browser.click("[data-custom-id=approve]");

    browser.awaitText(CONTENT, "Approved.");
    browser.awaitGone("[data-testid=button]");
    assertThat(received.getFirst().path("type").asInt()).isEqualTo(3);
    assertThat(received.getFirst().at("/member/user/id").asText()).isEqualTo(room.person("ada"));
  }

  @Test
  void saysThatAnInteractionFailed() {
    browser.click("[data-custom-id=break]");

    browser.await("[data-testid=component-failure]");
    browser.await("[data-custom-id=break]:not(:disabled)");
  }

  @Test
  void picksSeveralFromAMenu() {
    browser.click("[data-testid=select]");
    browser.click("[data-testid=select-option][data-value=s]");
    browser.click("[data-testid=select-option][data-value=p]");
    room.screenshot("select-menu");
    browser.press(Browser.ESCAPE);

    browser.awaitText(CONTENT, "Staged.");
    assertThat(received.getFirst().at("/data/values").toString()).isEqualTo("[\"s\",\"p\"]");
  }

  @Test
  void drawsComponentsThatReplaceTheText() {
    room.botSays(
        """
        {"flags": 32768, "components": [{"type": 17, "accent_color": 8160255, "components": [
          {"type": 10, "content": "## Release 1.4"}, {"type": 14},
          {"type": 9, "components": [{"type": 10, "content": "All **green**"}],
           "accessory": {"type": 2, "style": 1, "label": "Open", "custom_id": "open"}}]}]}
        """);

    browser.awaitText("[data-testid=container] h2", "Release 1.4");
    browser.awaitText("[data-testid=container] strong", "green");
    browser.await("[data-testid=container] [data-custom-id=open]");
  }
}
