package dev.gatehouse.bridge;

/** Chooses the layout of the log, unless whoever starts the process has chosen one. */
final class Logging {
  private static final String SETTING = "logback.configurationFile";

  private Logging() {}

  /** Must be called before the first logger is made. */
  static void configure() {
    if (System.getProperty(SETTING) == null) {
      System.setProperty(SETTING, "dev/gatehouse/bridge/logging.xml");
    }
  }
}
