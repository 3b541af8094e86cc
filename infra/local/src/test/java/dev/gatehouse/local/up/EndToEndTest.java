package dev.gatehouse.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.simulator.page.Browser;
import dev.gatehouse.simulator.page.BrowserExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job in a real browser: a question typed, a command chosen, both answered. */
@ExtendWith(BrowserExtension.class)
final class EndToEndTest {
  private static final String COMPOSER = "[data-testid=composer]";
  private static final String CONTENT = "[data-testid=content]";
  private static final String SUGGESTION = "[data-testid=suggestion]";
  private static final String STAND_IN = "no language model is configured";

  private static UpProcess up;

  private final Browser browser;

  EndToEndTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws IOException {
    up = UpProcess.start(Map.of()).awaitReady();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    up.close();
  }

  @Test
  void aQuestionAndACommandAreAnsweredInThePage() {
    openPage();

    // Through the gateway: frame, bridge, queue, conversation, queue, llm, edits of one reply.
    browser.type(COMPOSER, "@gateh");
    browser.awaitText(SUGGESTION, "gatehouse");
    browser.press(Browser.ENTER);
    browser.type(COMPOSER, "how does the bridge keep every event?" + Browser.ENTER);
    browser.awaitText(CONTENT, "how does the bridge keep every event?");
    browser.awaitText(CONTENT, STAND_IN);

    // Through the webhook: signed request, queue, conversation, edits of the deferred response.
    browser.type(COMPOSER, "/as");
    browser.awaitText(SUGGESTION, "/ask");
    browser.press(Browser.ENTER);
    browser.type("[data-option=question]", "what is a claim check?" + Browser.ENTER);
    browser.awaitThat(
        "[...document.querySelectorAll(arguments[0])].filter((e) => e.innerText.includes(arguments[1])).length >= 2",
        CONTENT,
        STAND_IN);

    browser.screenshot(Path.of("target", "screenshots", "end-to-end.png"));
    assertThat(browser.consoleErrors()).isEmpty();
  }

  private void openPage() {
    browser.open(up.address("chat page").toString());
    try {
      browser.await("[data-testid=shell][data-link=open] " + COMPOSER);
    } catch (AssertionError e) {
      throw new AssertionError("the page's console says " + browser.consoleErrors(), e);
    }
  }
}
