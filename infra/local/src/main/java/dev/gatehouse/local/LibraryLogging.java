package dev.gatehouse.local;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Keeps the libraries' own announcements out of the terminal. */
final class LibraryLogging {
  private LibraryLogging() {}

  /** To be called before anything logs. */
  static void libraries() {
    System.setProperty("logback.configurationFile", "dev/gatehouse/local/logback.xml");
    System.setProperty("log4j2.statusLoggerLevel", "OFF");
    System.setProperty("log4j2.simplelogLevel", "OFF");
    System.setProperty("log4j.shutdownHookEnabled", "false");
    // Small answers must not wait for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Logger root = LogManager.getLogManager().getLogger("");
    root.setLevel(Level.WARNING);
    Logger.getLogger("com.almworks.sqlite4java").setLevel(Level.OFF);
  }
}
