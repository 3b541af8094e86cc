package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.scan.FrameScanner;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Input;
import dev.gatehouse.bridge.transport.Incoming;
import dev.gatehouse.bridge.wire.Frames;
import dev.gatehouse.bridge.wire.ReadyFields;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Scans a shard's frames, and keeps the last one for those who act on it. */
final class Intake {
  private static final Input HEARD = new Input.Heard();
  private static final byte[] NOTHING = {};

  private final FrameScanner scanner = new FrameScanner();
  private final BridgeMetrics metrics;
  private final ShardLog log;
  private byte[] frame = NOTHING;
  private @Nullable Scan scan;

  /**
   * @param ourId our own user's id, or {@link Scan#NONE} until READY tells it
   */
  Intake(long ourId, BridgeMetrics metrics, ShardLog log) {
    this.metrics = metrics;
    this.log = log;
    scanner.ourId(ourId);
  }

  /** What the frame means. A malformed one is counted, and a sign of life like any other. */
  Input read(Incoming.Data data) {
    scan = null;
    try {
      frame = data.bytes();
      Scan found = scanner.scan(frame, data.from(), data.to());
      scan = found;
      return Frames.read(found, frame);
    } catch (MalformedFrameException | IOException e) {
      metrics.malformed.increment();
      log.malformed(data.to() - data.from(), e);
      return HEARD;
    }
  }

  /** Passes the last frame on. */
  void forward(EventSink sink, Moment at) {
    if (scan != null) {
      sink.forward(scan, frame, at);
    }
  }

  /** Lets go of the last frame, which may be large. */
  void release() {
    scan = null;
    frame = NOTHING;
    scanner.release();
  }

  /** The opcode of the last frame. */
  int opcode() {
    return scan == null ? Scan.NO_OPCODE : scan.opcode();
  }

  /** What READY told, which was the last frame; from now on we know who we are. */
  ReadyFields ready() {
    if (scan == null) {
      throw new IllegalStateException("no frame came");
    }
    try {
      ReadyFields ready = Frames.readyFields(scan, frame);
      scanner.ourId(ready.userId());
      return ready;
    } catch (IOException e) {
      throw new IllegalStateException("READY was read before", e);
    }
  }
}
