package dev.gatehouse.simulator.page;

import static dev.gatehouse.simulator.page.ChatRoom.COMPOSER;
import static dev.gatehouse.simulator.page.ChatRoom.CONTENT;
import static dev.gatehouse.simulator.page.ChatRoom.content;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody tries who sees the page for the first time. */
@ExtendWith(BrowserExtension.class)
final class FirstContactTest {
  private static final String MESSAGE = "[data-testid=message]";
  private static final int WIDE = 1280;
  private static final int NARROW = 400;

  private final Browser browser;
  private ChatRoom room;

  FirstContactTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    room = ChatRoom.open(browser);
  }

  @AfterEach
  void close() {
    browser.resize(1400, 1000);
    room.close();
  }

  @Test
  void saysThatItIsASimulator() {
    browser.awaitText("[data-testid=simulator-note]", "Nothing is sent to Discord");
    browser.awaitThat("document.title.includes('Discord simulator')");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[data-testid=person][data-username=grace]|Grace|Nobody else reads them",
        "[data-testid=new-dm]|bot-1|a mention is not needed here"
      })
  void opensDirectMessagesThatGreetAsSuch(String where, String name, String greeting) {
    browser.click(where);

    browser.awaitText("[data-testid=channel-title]", name);
    browser.awaitText("[data-testid=welcome]", "your direct messages with " + name);
    browser.awaitText("[data-testid=welcome]", greeting);
    assertThat(browser.text("[data-testid=welcome]")).doesNotContain("Mention @");
    room.screenshot("dm-" + name);
  }

  @Test
  void asksBeforeItDeletes() {
    write("keep me");
    browser.hover(MESSAGE);
    browser.click("[data-testid=tool-delete]");
    browser.awaitText("[data-testid=delete-dialog]", "keep me");
    room.screenshot("delete");
    browser.click("[data-testid=delete-cancel]");
    browser.awaitGone("[data-testid=delete-dialog]");

    assertThat(room.newest().path("content").asText()).isEqualTo("keep me");
  }

  @Test
  void offersToDeleteWhatWasEmptied() {
    write("gone soon");
    browser.type(COMPOSER, Browser.UP);
    browser.await("[data-testid=edit]");
    browser.script("document.querySelector('[data-testid=edit]').value = ''");
    browser.type("[data-testid=edit]", Browser.ENTER);

    browser.awaitText("[data-testid=delete-dialog]", "gone soon");
    browser.click("[data-testid=delete-confirm]");
    browser.awaitGone(MESSAGE);
    browser.awaitGone("[data-testid=delete-dialog]");
  }

  @ParameterizedTest
  @CsvSource({"1280,1000", "400,800"})
  void noticesCoverNothing(int width, int height) {
    browser.resize(width, height);
    write("one");
    browser.script(
        "const field = document.querySelector(arguments[0]);"
            + "field.value = 'x'.repeat(2001); field.dispatchEvent(new Event('input'));",
        COMPOSER);
    browser.type(COMPOSER, Browser.ENTER);
    browser.await("[data-testid=toast]");
    room.screenshot("toast-" + width);

    assertThat(
            browser
                .script(
                    """
                    const box = (e) => e.getBoundingClientRect();
                    const toast = box(document.querySelector('[data-testid=toast]'));
                    return ['[data-testid=composer]', '[data-testid=message]', '.header', '[data-testid=send]']
                      .filter((one) => { const b = box(document.querySelector(one));
                        return b.top < toast.bottom && b.bottom > toast.top && b.left < toast.right && b.right > toast.left; });
                    """)
                .size())
        .isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"true,1", "false,0"})
  void aReplyPingsOrNot(boolean pings, int mentions) {
    room.botSays(content("Which branch?"));
    browser.await(MESSAGE);
    browser.hover(MESSAGE);
    browser.click("[data-testid=tool-reply]");
    browser.awaitText("[data-testid=ping]", "On");
    if (!pings) {
      browser.click("[data-testid=ping]");
      browser.awaitText("[data-testid=ping]", "Off");
    }
    browser.type(COMPOSER, "main" + Browser.ENTER);
    browser.awaitText(CONTENT, "main");

    assertThat(room.newest().path("mentions")).hasSize(mentions);
  }

  @Test
  void aThreadShowsTheMessageThatItHangsBelow() {
    room.botSays(content("The build is **slow**."));
    browser.await(MESSAGE);
    browser.hover(MESSAGE);
    browser.click("[data-testid=tool-thread]");
    browser.type("[data-testid=thread-name]", "Slow build" + Browser.ENTER);

    browser.awaitText("[data-testid=starter] " + CONTENT, "The build is slow.");
    room.screenshot("thread-start");
    room.openPage();
    browser.click("[data-testid=thread-card]");
    browser.awaitText("[data-testid=starter] " + CONTENT, "The build is slow.");
  }

  @ParameterizedTest
  @CsvSource({"1280,1000", "400,800"})
  void reactsAndTakesItBack(int width, int height) {
    browser.resize(width, height);
    write("ship it?");
    browser.hover(MESSAGE);
    browser.click(MESSAGE + " [data-testid=pick-emoji]");
    browser.await(MESSAGE + " details[open] [data-name=rocket]");
    room.screenshot("emoji-" + width);
    assertThat(
            browser
                .script(
                    "const box = document.querySelector('details[open] .emoji-table').getBoundingClientRect();"
                        + "return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight")
                .asBoolean())
        .isTrue();
    browser.click(MESSAGE + " [data-name=rocket]");
    browser.awaitText("[data-testid=reaction].mine", "🚀 1");
    assertThat(room.newest().at("/reactions/0/emoji/name").asText()).isEqualTo("🚀");

    browser.click("[data-testid=reaction]");
    browser.awaitGone("[data-testid=reaction]");
  }

  @Test
  void completesAndPicksEmoji() {
    browser.type(COMPOSER, ":smi");
    browser.awaitText("[data-testid=suggestion]", ":smile:");
    browser.type(COMPOSER, Browser.TAB);
    browser.type(COMPOSER, " and :rocket: not `:rocket:`");
    browser.click(".composer [data-testid=pick-emoji]");
    browser.click(".composer [data-name=fire]");
    browser.type(COMPOSER, Browser.ENTER);

    browser.awaitText(CONTENT, "🔥");
    assertThat(room.newest().path("content").asText()).isEqualTo("😄 and 🚀 not `:rocket:`🔥");
  }

  @Test
  void remembersTheTheme() {
    browser.awaitThat("document.documentElement.dataset.theme === 'dark'");
    browser.click("[data-testid=theme]");
    browser.awaitThat("document.documentElement.dataset.theme === 'light'");
    room.screenshot("light");
    room.openPage();
    browser.awaitThat("document.documentElement.dataset.theme === 'light'");
    browser.click("[data-testid=theme]");
    browser.awaitThat("document.documentElement.dataset.theme === 'dark'");
  }

  @Test
  void theMemberPanelClosesWhenTheWindowNarrows() {
    browser.resize(WIDE, 1000);
    browser.await("[data-testid=panel]");
    room.screenshot("wide");
    browser.resize(NARROW, 800);

    browser.awaitGone("[data-testid=panel]");
    browser.awaitThat("getComputedStyle(document.querySelector('.side')).visibility === 'hidden'");
    room.screenshot("narrow");
  }

  @Test
  void showsTheFirehose() {
    room.control.call("POST", "/firehose", "{\"channels\": 1, \"count\": 120, \"size\": 700}");

    browser.awaitText("[data-testid=channel].unread", "firehose-0");
    browser.click("[data-testid=channel].unread");
    browser.await(MESSAGE);
    int before = browser.count(MESSAGE);
    room.control.call("POST", "/firehose", "{\"channels\": 1, \"count\": 5, \"size\": 700}");
    var newest = room.control.get("/channels/" + room.channel("firehose-0") + "/messages?limit=1");
    browser.await("[data-message-id='" + newest.at("/0/id").asText() + "']");
    assertThat(before).isEqualTo(50);
  }

  @Test
  void mentionsARoleAndShowsIt() {
    browser.type(COMPOSER, "@mod");
    browser.awaitText("[data-testid=suggestion]", "Moderator");
    browser.type(COMPOSER, Browser.TAB);
    browser.type(COMPOSER, "help" + Browser.ENTER);

    browser.awaitText(".mention-role", "@Moderator");
    assertThat(room.newest().path("mention_roles")).hasSize(1);
  }

  @Test
  void showsForwardsPollsAndStickers() {
    String path = "/channels/" + room.channel("general") + "/messages";
    String ada = room.person("ada");
    String id = room.botSays(content("passed **on**")).path("id").asText();
    for (String fields :
        new String[] {
          "\"forward\": \"" + id + "\"",
          "\"stickers\": [\"Wave\"]",
          "\"poll\": {\"question\": {\"text\": \"Tea?\"}, \"answers\": [{\"poll_media\": {\"text\": \"Yes\"}}, {\"poll_media\": {\"text\": \"No\"}}]}",
          "\"voice\": true, \"attachments\": [{\"filename\": \"voice.ogg\", \"content_base64\": \"AAAA\", \"duration_secs\": 3}]"
        }) {
      room.control.call("POST", path, "{\"user_id\": \"" + ada + "\", " + fields + "}");
    }

    browser.awaitText("[data-testid=forwarded]", "passed on");
    browser.awaitText("[data-testid=sticker]", "Wave");
    browser.awaitText("[data-testid=poll]", "Tea?");
    browser.awaitText("[data-testid=attachment]", "3 s");
    room.screenshot("rare");
  }

  private void write(String text) {
    browser.type(COMPOSER, text + Browser.ENTER);
    browser.awaitText(CONTENT, text);
  }
}
