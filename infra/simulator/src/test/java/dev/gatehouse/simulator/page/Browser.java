package dev.gatehouse.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A headless Chromium with a profile of its own, driven over WebDriver. Selectors are CSS; waiting
 * happens inside the page, frame by frame, until a condition holds.
 */
public final class Browser implements AutoCloseable {

  /** The key that sends a message. */
  public static final String ENTER = "\uE007";

  /** The key that leaves what is open. */
  public static final String ESCAPE = "\uE00C";

  /** The key that goes on to the next field. */
  public static final String TAB = "\uE004";

  /** The arrow key that edits the last message in an empty composer. */
  public static final String UP = "\uE013";

  /** The arrow key that goes down a list. */
  public static final String DOWN = "\uE015";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

  private final DriverProcess process;
  private final Path profile;
  private final WebDriver driver;
  private final String session;

  private Browser(DriverProcess process, Path profile, WebDriver driver, String session) {
    this.process = process;
    this.profile = profile;
    this.driver = driver;
    this.session = session;
  }

  /** Starts a browser; {@link #close} ends it and removes its profile. */
  public static Browser launch(Chromium chromium) {
    var process = DriverProcess.start(chromium);
    try {
      var profile = Files.createTempDirectory("browser");
      var driver = new WebDriver(process.uri());
      var id = driver.call("POST", "/session", capabilities(chromium, profile)).path("sessionId");
      var browser = new Browser(process, profile, driver, id.asText());
      browser.post("/timeouts", Map.of("script", PATIENCE.toMillis()));
      return browser;
    } catch (IOException e) {
      process.close();
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> capabilities(Chromium chromium, Path profile) {
    var arguments =
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-dark-mode",
            "--lang=en-US",
            "--window-size=1400,1000",
            "--user-data-dir=" + profile);
    var options = Map.of("binary", chromium.browser().toString(), "args", arguments);
    return Map.of(
        "capabilities",
        Map.of(
            "alwaysMatch",
            Map.of(
                "browserName",
                "chrome",
                "goog:chromeOptions",
                options,
                "goog:loggingPrefs",
                Map.of("browser", "ALL"))));
  }

  /** Opens an address in a new page and returns when it has loaded. */
  public void open(String url) {
    post("/url", Map.of("url", "about:blank"));
    consoleErrors();
    post("/url", Map.of("url", url));
  }

  /** Gives the window another size. */
  public void resize(int width, int height) {
    post("/window/rect", Map.of("width", width, "height", height));
  }

  /** Types into the element, after what it holds. */
  public void type(String selector, String text) {
    post("/element/" + element(selector) + "/value", Map.of("text", text));
  }

  /** Presses a key on whatever has the focus. */
  public void press(String key) {
    var strokes =
        List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key));
    post(
        "/actions",
        Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", strokes))));
  }

  /** Clicks the element as a pointer does: something that covers it fails the click. */
  public void click(String selector) {
    post("/element/" + element(selector) + "/click", Map.of());
  }

  /** Moves the pointer over the element. */
  public void hover(String selector) {
    var origin = Map.of(ELEMENT, element(selector));
    var move = Map.of("type", "pointerMove", "duration", 0, "origin", origin, "x", 0, "y", 0);
    var pointer = Map.of("type", "pointer", "id", "mouse", "actions", List.of(move));
    post("/actions", Map.of("actions", List.of(pointer)));
  }

  /** The text of the first element that matches, as a reader sees it; waits for the element. */
  public String text(String selector) {
    return get("/element/" + element(selector) + "/text").asText();
  }

  /** How many elements match now. */
  public int count(String selector) {
    return script("return document.querySelectorAll(arguments[0]).length", selector).asInt();
  }

  /** Waits until an element matches. */
  public void await(String selector) {
    awaitThat("document.querySelector(arguments[0])", selector);
  }

  /** Waits until no element matches. */
  public void awaitGone(String selector) {
    awaitThat("!document.querySelector(arguments[0])", selector);
  }

  /** Waits until an element that matches shows this text among its own. */
  public void awaitText(String selector, String text) {
    awaitThat(
        "[...document.querySelectorAll(arguments[0])].some((e) => e.innerText.includes(arguments[1]))",
        selector,
        text);
  }

  /** Waits until a JavaScript expression over {@code arguments} is true. */
  public void awaitThat(String condition, Object... arguments) {
    var script =
        "const done = arguments[arguments.length - 1]; (function check() { if ("
            + condition
            + ") done(true); else requestAnimationFrame(() => check.apply(null, arguments));"
            + " }).apply(null, arguments);";
    try {
      post("/execute/async", Map.of("script", script, "args", List.of(arguments)));
    } catch (WebDriverException e) {
      throw new AssertionError(
          "not within "
              + PATIENCE.toSeconds()
              + " s: "
              + condition
              + " "
              + List.of(arguments)
              + "\nthe page shows:\n"
              + script("return document.body.innerText").asText(),
          e);
    }
  }

  /** Runs a function body in the page and returns its result. */
  public JsonNode script(String body, Object... arguments) {
    return post("/execute/sync", Map.of("script", body, "args", List.of(arguments)));
  }

  /** What the console has complained of since the last call or the last {@link #open}. */
  public List<String> consoleErrors() {
    var errors = new ArrayList<String>();
    for (var entry : post("/se/log", Map.of("type", "browser"))) {
      if (entry.path("level").asText().equals("SEVERE")) {
        errors.add(entry.path("message").asText());
      }
    }
    return errors;
  }

  /** Writes what the window shows as a PNG, making its folder when needed. */
  public void screenshot(Path file) {
    try {
      var parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, Base64.getMimeDecoder().decode(get("/screenshot").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String element(String selector) {
    await(selector);
    return post("/element", Map.of("using", "css selector", "value", selector))
        .path(ELEMENT)
        .asText();
  }

  private JsonNode post(String path, Object body) {
    return driver.call("POST", "/session/" + session + path, body);
  }

  private JsonNode get(String path) {
    return driver.call("GET", "/session/" + session + path, Map.of());
  }

  @Override
  public void close() {
    try (process) {
      driver.call("DELETE", "/session/" + session, Map.of());
    }
    removeProfile();
  }

  private void removeProfile() {
    try (var files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
