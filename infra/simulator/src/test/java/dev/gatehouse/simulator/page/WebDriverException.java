package dev.gatehouse.simulator.page;

/** A command that the browser refused, with WebDriver's name for the reason. */
final class WebDriverException extends RuntimeException {

  private final String error;

  WebDriverException(String error, String message) {
    super(error + ": " + message);
    this.error = error;
  }

  String error() {
    return error;
  }
}
