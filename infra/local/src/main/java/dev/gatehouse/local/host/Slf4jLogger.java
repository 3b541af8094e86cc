package dev.gatehouse.local.host;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what a function logs to this process's log, under the function's name. */
final class Slf4jLogger implements LambdaLogger {
  private final Logger log;

  Slf4jLogger(String function) {
    this.log = LoggerFactory.getLogger("function." + function);
  }

  @Override
  public void log(String message) {
    log.info("{}", message.stripTrailing());
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }
}
