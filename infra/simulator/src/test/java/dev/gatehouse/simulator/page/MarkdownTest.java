package dev.gatehouse.simulator.page;

import static dev.gatehouse.simulator.page.ChatRoom.CONTENT;
import static dev.gatehouse.simulator.page.ChatRoom.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BrowserExtension.class)
final class MarkdownTest {

  private static final String FIRST = CONTENT + " chat-markdown";

  private final Browser browser;
  private ChatRoom room;

  MarkdownTest(Browser browser) {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "**bold**                   | strong         | bold",
        "*slanted*                  | em             | slanted",
        "__underlined__             | u              | underlined",
        "~~gone~~                   | del            | gone",
        "`code`                     | p > code       | code",
        "# Big                      | h1             | Big",
        "### Small                  | h3             | Small",
        "-# fine print              | .small-print   | fine print",
        "> quoted                   | blockquote     | quoted",
        "- item                     | ul > li        | item",
        "1. first                   | ol > li        | first",
        "[name](https://a.example/) | a[target]      | name",
        "<t:1700000000:D>           | time.timestamp | 2023",
        "<a:party:123456>           | .emoji         | :party:",
        "@everyone                  | .mention       | @everyone",
      })
  void drawsWhatDiscordDraws(String text, String selector, String shown) {
    room.botSays(content(text));

    browser.awaitText(FIRST + " " + selector, shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      value = {
        "#### four",
        "| a | b |",
        "---",
        "![picture](https://a.example/x.png)",
        "<b>bold</b>",
        "a_b_c",
      })
  void leavesAloneWhatDiscordDoesNotKnow(String text) {
    room.botSays(content(text));

    browser.awaitText(FIRST, text);

    assertThat(browser.count(FIRST + " :is(h1,h2,h3,h4,table,hr,img,b,em,a)")).isEqualTo(0);
  }

  @Test
  void hidesASpoilerUntilItIsClicked() {
    room.botSays(content("The end: ||it was the cache||"));
    browser.await(".spoiler[aria-expanded=false]");

    browser.click(".spoiler");

    browser.await(".spoiler[aria-expanded=true]");
    browser.awaitText(".spoiler", "it was the cache");
  }

  @Test
  void neverRunsWhatAMessageBrings() {
    var hostile =
        List.of(
            "<script>window.pwned = 1</script>",
            "<img src=x onerror=\"window.pwned = 1\">",
            "<svg onload=window.pwned=1><a href=javascript:window.pwned=1>x</a></svg>",
            "[click](javascript:window.pwned=1)",
            "[click](data:text/html,<script>window.pwned=1</script>)",
            "<https://a.example/\" onmouseover=\"window.pwned=1>",
            "```\"><img src=x onerror=window.pwned=1>\n<script>window.pwned=1</script>\n```",
            "||<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>||",
            "`</code><img src=x onerror=window.pwned=1>`",
            "<t:99999999999999:R> <@1\"onclick=\"window.pwned=1> </x\"><img src=x onerror=window.pwned=1>:1>",
            "> <style>*{display:none}</style>");
    hostile.forEach(text -> room.botSays(content(text)));
    room.botSays(
        """
        {"embeds": [{"title": "<img src=x onerror=window.pwned=1>", "url": "https://a.example/",
          "description": "[x](javascript:window.pwned=1)<script>window.pwned=1</script>"}],
         "content": "last"}
        """);

    browser.awaitText(CONTENT, "last");
    browser.awaitText("[data-testid=embed]", "<img src=x");

    assertThat(
            browser.count(
                "[data-testid=messages] :is(script, iframe, style, object, form, img, a[href^='javascript:' i],"
                    + " a[href^='data:' i], [onerror], [onload], [onclick], [onmouseover])"))
        .isEqualTo(0);
    assertThat(browser.script("return typeof window.pwned").asText()).isEqualTo("undefined");
  }
}
