package dev.gatehouse.simulator.page;

import static dev.gatehouse.simulator.page.ChatRoom.COMPOSER;
import static dev.gatehouse.simulator.page.ChatRoom.CONTENT;
import static dev.gatehouse.simulator.page.ChatRoom.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
final class ConversationsTest {

  private final Browser browser;
  private ChatRoom room;

  ConversationsTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    room = ChatRoom.open(browser);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void twoPeopleTalk() {
    browser.type(COMPOSER, "from Ada" + Browser.ENTER);
    browser.awaitText(CONTENT, "from Ada");

    browser.click("[data-testid=user-switch]");
    browser.click("[data-testid=act-as][data-username=grace]");
    browser.awaitText("[data-testid=current-user]", "Grace");
    browser.awaitText(CONTENT, "from Ada");
    browser.type(COMPOSER, "from Grace" + Browser.ENTER);

    browser.awaitText("[data-testid=message][data-author=grace] " + CONTENT, "from Grace");
    assertThat(room.newest().at("/author/username").asText()).isEqualTo("grace");
  }

  @Test
  void repliesWithAPreviewOfTheOriginal() {
    var original = room.botSays(content("Which **branch**?")).path("id").asText();
    browser.hover("[data-message-id='" + original + "']");
    browser.click("[data-message-id='" + original + "'] [data-testid=tool-reply]");
    browser.awaitText("[data-testid=reply-bar]", "Replying to");

    browser.type(COMPOSER, "main" + Browser.ENTER);

    browser.awaitText("[data-testid=reply-preview]", "Which branch?");
    browser.awaitGone("[data-testid=reply-bar]");
    assertThat(room.newest().at("/message_reference/message_id").asText()).isEqualTo(original);
    room.screenshot("reply");
  }

  @Test
  void leavesAReplyWithEscape() {
    room.botSays(content("Which branch?"));
    browser.await("[data-testid=message]");
    browser.hover("[data-testid=message]");
    browser.click("[data-testid=tool-reply]");
    browser.await("[data-testid=reply-bar]");

    browser.type(COMPOSER, Browser.ESCAPE);

    browser.awaitGone("[data-testid=reply-bar]");
  }

  @Test
  void opensAThreadFromAMessageAndReturns() {
    room.botSays(content("The build is slow."));
    browser.await("[data-testid=message]");
    browser.hover("[data-testid=message]");
    browser.click("[data-testid=tool-thread]");
    browser.type("[data-testid=thread-name]", "Slow build" + Browser.ENTER);

    browser.awaitText("[data-testid=channel-title]", "Slow build");
    browser.type(COMPOSER, "let us look" + Browser.ENTER);
    browser.awaitText(CONTENT, "let us look");
    browser.click("[data-channel-id='" + room.channel("general") + "']");
    browser.awaitText("[data-testid=channel-title]", "general");
    browser.awaitText("[data-testid=thread-card]", "Slow build");
    room.screenshot("thread");
  }

  @Test
  void talksToABotInPrivate() {
    browser.click("[data-testid=application] summary");
    browser.click("[data-testid=open-dm]");
    browser.awaitText(
        "[data-testid=channel-title]", room.application().at("/bot/username").asText());

    browser.type(COMPOSER, "psst" + Browser.ENTER);

    browser.awaitText(CONTENT, "psst");
    assertThat(room.control.get("/state").path("dms").size()).isEqualTo(1);
  }

  @Test
  void marksAChannelThatHasNews() {
    room.bot.call(
        "POST",
        "/channels/" + room.channel("dev") + "/messages",
        content("<@" + room.person("ada") + "> look"));

    browser.awaitText("[data-channel-id='" + room.channel("dev") + "'].unread .pill", "1");
  }

  @Test
  void comesBackAfterTheSimulatorWasAway() {
    int port = room.simulator.port();
    room.simulator.close();
    browser.awaitText("[data-testid=banner]", "Reconnecting");
    room.screenshot("reconnecting");

    var config = SimulatorConfig.standard(Clock.systemUTC()).withPort(port);
    try (var again = Simulator.start(config)) {
      browser.awaitGone("[data-testid=banner]");
      browser.type(COMPOSER, "still here" + Browser.ENTER);
      browser.awaitText(CONTENT, "still here");
      assertThat(again.port()).isEqualTo(port);
    }
  }
}
