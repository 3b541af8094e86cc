package dev.gatehouse.bridge.shard;

import dev.gatehouse.contracts.Shard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** What a shard's log says; never what a frame holds. */
final class ShardLog {
  private static final Logger LOG = LoggerFactory.getLogger(ShardLog.class);

  private final Shard shard;

  ShardLog(Shard shard) {
    this.shard = shard;
  }

  void sessionStarted() {
    of(LOG.atInfo()).log("session started");
  }

  void sessionResumed() {
    of(LOG.atInfo()).log("session resumed");
  }

  void closing(String why) {
    of(LOG.atInfo()).addKeyValue("reason", why).log("closing");
  }

  void closedByGateway(int code) {
    of(LOG.atInfo()).addKeyValue("code", code).log("closed by the gateway");
  }

  void broke(Exception how) {
    of(LOG.atInfo()).addKeyValue("reason", how.toString()).log("connection broke");
  }

  void cannotConnect(Exception why) {
    of(LOG.atWarn()).addKeyValue("reason", why.toString()).log("cannot connect");
  }

  void malformed(int bytes, Exception shape) {
    of(LOG.atWarn())
        .addKeyValue("bytes", bytes)
        .addKeyValue("shape", shape.getMessage())
        .log("malformed frame");
  }

  void passedOver(String event, long sequence, long bytes) {
    of(LOG.atWarn())
        .addKeyValue("event", event)
        .addKeyValue("sequence", sequence)
        .addKeyValue("bytes", bytes)
        .log("a message above BRIDGE_MESSAGE_MIB is lost");
  }

  void halted(String whatToDo) {
    of(LOG.atError()).addKeyValue("remedy", whatToDo).log("stopped until somebody acts");
  }

  void identifyRefused(String why) {
    of(LOG.atError()).addKeyValue("reason", why).log("no new session now");
  }

  void defect(Throwable defect) {
    of(LOG.atError()).setCause(defect).log("a defect broke the connection");
  }

  private LoggingEventBuilder of(LoggingEventBuilder event) {
    return event.addKeyValue("shard", shard);
  }
}
