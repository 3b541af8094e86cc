package dev.gatehouse.bridge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * All that a part of the program logs, at every level, with all that a layout could print of it;
 * none of it reaches the console.
 */
final class LogLines implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Level level;
  private final AppenderBase<ILoggingEvent> appender;

  /** Listens to the loggers below that name. */
  LogLines(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    level = logger.getLevel();
    appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.add(line(event));
          }
        };
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
    logger.setAdditive(false);
    logger.setLevel(Level.TRACE);
  }

  /** What was logged, one element for each call. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String line(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return String.join(
        " ",
        event.getLevel().toString(),
        event.getLoggerName(),
        event.getThreadName(),
        event.getFormattedMessage(),
        String.valueOf(event.getKeyValuePairs()),
        event.getMDCPropertyMap().toString(),
        thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(level);
  }
}
