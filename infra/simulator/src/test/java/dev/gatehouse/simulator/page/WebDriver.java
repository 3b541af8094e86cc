package dev.gatehouse.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The calls of the W3C WebDriver protocol: https://www.w3.org/TR/webdriver2/ */
final class WebDriver {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI driver;

  WebDriver(URI driver) {
    this.driver = driver;
  }

  /** Sends a command and returns its {@code value}. */
  JsonNode call(String method, String path, Object body) {
    try {
      var request =
          HttpRequest.newBuilder(driver.resolve(path))
              .timeout(Duration.ofSeconds(90))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      var value = JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("value");
      if (value.hasNonNull("error")) {
        throw new WebDriverException(value.path("error").asText(), value.path("message").asText());
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the browser worked", e);
    }
  }
}
