package dev.gatehouse.local.promise;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps what this process logs at INFO and above, stack traces included. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.gatehouse");
  private final Logger functions = (Logger) LoggerFactory.getLogger("function");
  private final Level before = ours.getLevel();
  private final Level functionsBefore = functions.getLevel();

  static CapturedLog open() {
    CapturedLog logged = new CapturedLog();
    logged.setContext(logged.ours.getLoggerContext());
    logged.listenTo(logged.ours);
    logged.listenTo(logged.functions);
    return logged;
  }

  private void listenTo(Logger logger) {
    start();
    logger.setLevel(Level.INFO);
    logger.addAppender(this);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(
        event.getFormattedMessage()
            + "\n"
            + ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  @Override
  public void close() {
    ours.detachAppender(this);
    functions.detachAppender(this);
    ours.setLevel(before);
    functions.setLevel(functionsBefore);
    stop();
  }
}
