package dev.gatehouse.simulator.page;

import static dev.gatehouse.simulator.page.ChatRoom.COMPOSER;
import static dev.gatehouse.simulator.page.ChatRoom.CONTENT;
import static dev.gatehouse.simulator.page.ChatRoom.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
final class MessagesTest {

  private final Browser browser;
  private ChatRoom room;

  MessagesTest(Browser browser) {
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
  void loadsWithoutAComplaintInTheConsole() {
    browser.awaitText("[data-testid=guild-name]", "Gatehouse");
    browser.awaitText("[data-testid=channel]", "general");
    browser.awaitText("[data-testid=welcome]", "Mention @");

    room.screenshot("welcome");

    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void sendsWhatIsTypedAndKeepsLinesTogether() {
    browser.type(COMPOSER, "one\uE008" + Browser.ENTER + "\uE008two" + Browser.ENTER);

    browser.awaitText(CONTENT, "two");

    assertThat(room.newest().path("content").asText()).isEqualTo("one\ntwo");
    assertThat(room.newest().path("author").path("username").asText()).isEqualTo("ada");
    assertThat(
            browser
                .script(
                    "return arguments[0] && document.querySelector(arguments[0]).value", COMPOSER)
                .asText())
        .isEqualTo("");
  }

  @Test
  void showsABotsEditsAsTheyCome() {
    var path = "/channels/" + room.channel("general") + "/messages";
    room.bot.call("POST", "/channels/" + room.channel("general") + "/typing", "{}");
    browser.awaitText("[data-testid=typing]", "is typing");

    var id = room.botSays(content("Thinking about")).path("id").asText();
    browser.awaitText(CONTENT, "Thinking about");
    browser.awaitThat("document.querySelector('[data-testid=typing]').innerText === ''");
    for (var text :
        List.of("Thinking about it: ```java\nint", "It is:\n```java\nint answer = 42;\n```")) {
      room.bot.call("PATCH", path + "/" + id, content(text));
    }

    browser.awaitText("[data-testid=message] .hljs", "int answer = 42;");
    browser.await("[data-testid=message] .hljs-number");
    browser.awaitText("[data-testid=edited]", "(edited)");
    assertThat(browser.count("[data-testid=message]")).isEqualTo(1);
  }

  @Test
  void showsEmbedsAndFiles() {
    room.botSays(
        """
        {"embeds": [{"title": "Build failed", "description": "**42** tests", "color": 15885164,
          "fields": [{"name": "Branch", "value": "`main`", "inline": true}], "footer": {"text": "CI"}}]}
        """);
    room.control.call(
        "POST",
        "/channels/" + room.channel("general") + "/messages",
        """
        {"user_id": "%s", "content": "", "attachments": [
          {"filename": "build.log", "content_base64": "aGVsbG8="},
          {"filename": "dot.png", "content_base64": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}]}
        """
            .formatted(room.person("ada")));

    browser.awaitText("[data-testid=embed]", "Build failed");
    browser.awaitText("[data-testid=embed] strong", "42");
    browser.awaitText("[data-testid=embed] .embed-field", "main");
    browser.awaitText("[data-testid=attachment]", "build.log");
    browser.awaitText("[data-testid=attachment]", "5 bytes");
    browser.awaitThat("document.querySelector('img[alt=\"dot.png\"]')?.naturalWidth === 1");
  }

  @Test
  void editsTheLastOwnMessageAndDeletesIt() {
    browser.type(COMPOSER, "helo" + Browser.ENTER);
    browser.awaitText(CONTENT, "helo");

    browser.type(COMPOSER, Browser.UP);
    browser.type("[data-testid=edit]", " world" + Browser.ENTER);

    browser.awaitText(CONTENT, "helo world");
    browser.await("[data-testid=edited]");
    browser.hover("[data-testid=message]");
    browser.click("[data-testid=tool-delete]");
    browser.awaitText("[data-testid=delete-dialog]", "helo world");
    browser.click("[data-testid=delete-confirm]");
    browser.awaitGone("[data-testid=message]");
  }

  @Test
  void mentionsABotByName() {
    var bot = room.application().path("bot");

    browser.type(COMPOSER, "hi @" + bot.path("username").asText().substring(0, 3));
    browser.awaitText("[data-testid=suggestion]", bot.path("username").asText());
    browser.type(COMPOSER, Browser.TAB);
    browser.type(COMPOSER, "there" + Browser.ENTER);

    browser.awaitText(".mention-user", "@" + bot.path("username").asText());
    assertThat(room.newest().path("content").asText())
        .isEqualTo("hi <@" + bot.path("id").asText() + "> there");
  }

  @Test
  void fetchesOlderMessagesWhenTheReaderScrollsUp() {
    for (int i = 0; i < 60; i++) {
      room.botSays(content("message " + i));
    }
    room.openPage();
    browser.awaitText(CONTENT, "message 59");
    assertThat(browser.count("[data-testid=message]")).isEqualTo(50);

    browser.script("document.querySelector('[data-testid=messages]').scrollTop = 0");

    browser.awaitText(CONTENT, "message 0");
    assertThat(browser.count("[data-testid=message]")).isEqualTo(60);
    browser.click("[data-testid=to-newest]");
    browser.awaitGone("[data-testid=to-newest]");
  }

  @Test
  void refusesAMessageThatIsTooLong() {
    browser.script(
        "const field = document.querySelector(arguments[0]);"
            + "field.value = 'x'.repeat(2001); field.dispatchEvent(new Event('input'));",
        COMPOSER);

    browser.awaitText("[data-testid=counter]", "-1");
    browser.type(COMPOSER, Browser.ENTER);

    browser.awaitText("[data-testid=toast]", "2000 characters");
    assertThat(browser.count("[data-testid=message]")).isEqualTo(0);
  }
}
