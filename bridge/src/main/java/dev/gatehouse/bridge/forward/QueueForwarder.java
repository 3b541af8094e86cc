package dev.gatehouse.bridge.forward;

import dev.gatehouse.bridge.cursor.ShardCursor;
import dev.gatehouse.bridge.metrics.BridgeMetrics;
import dev.gatehouse.bridge.outbox.GroupKey;
import dev.gatehouse.bridge.outbox.QueuedEvent;
import dev.gatehouse.bridge.outbox.Spool;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.SavedSession;
import dev.gatehouse.bridge.session.SessionAction;
import dev.gatehouse.bridge.shard.Clocks;
import dev.gatehouse.bridge.shard.EventSink;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.Shard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Filters a shard's events, wraps them and hands them to the spool, keeping the cursor. */
public final class QueueForwarder implements EventSink {
  private final Shard shard;
  private final EventFilter filter;
  private final ShardCursor cursor;
  private final Spool spool;
  private final BridgeMetrics metrics;
  private EnvelopeWriter envelopes;
  private String session;
  private long ourId;
  private Optional<GapDetected> untold = Optional.empty();

  public QueueForwarder(
      Shard shard, EventFilter filter, ShardCursor cursor, Spool spool, BridgeMetrics metrics) {
    this.shard = shard;
    this.filter = filter;
    this.cursor = cursor;
    this.spool = spool;
    this.metrics = metrics;
    this.session = cursor.present().map(SavedSession::name).orElse("");
    this.ourId = cursor.present().map(SavedSession::userId).orElse(Scan.NONE);
    this.envelopes = new EnvelopeWriter(session, shard);
  }

  @Override
  public boolean hasRoom() {
    return spool.hasRoom();
  }

  @Override
  public boolean isDrained() {
    return spool.isDrained();
  }

  @Override
  public long durable() {
    return cursor.durable();
  }

  @Override
  public void started(SessionAction.SessionStarted started, Clocks.Timestamps at) {
    Optional<QueuedEvent> gap = untold.map(lost -> gapEvent(lost, at));
    untold = Optional.empty();
    ourId = started.userId();
    session = cursor.started(started.sessionId(), started.resumeUrl(), ourId).name();
    envelopes = new EnvelopeWriter(session, shard);
    gap.ifPresent(spool::put);
  }

  @Override
  public void forward(Scan scan, byte[] frame, Clocks.Timestamps at) {
    metrics.received.increment();
    cursor.arrived(scan.sequence());
    if (filter.accepts(scan, ourId)) {
      spool.put(event(scan, frame, at));
    } else {
      metrics.filtered.increment();
      cursor.dropped(scan.sequence());
    }
  }

  @Override
  public void passOver(long sequence) {
    metrics.received.increment();
    cursor.arrived(sequence);
    cursor.dropped(sequence);
  }

  @Override
  public void caughtUp() {
    spool.flush();
  }

  @Override
  public void duplicate() {
    metrics.duplicates.increment();
  }

  /**
   * What is written before the next session begins is in no session, so the gap is told only then:
   * whoever catches up at once would miss it. Until then the lost session stays the present one,
   * which a successor tries to resume, is refused, and so tells of the gap.
   */
  @Override
  public void lost(String sessionId, Clocks.Timestamps at) {
    metrics.gaps.increment();
    SavedSession last = cursor.present().orElseThrow();
    untold =
        Optional.of(
            new GapDetected(
                QueueMessage.VERSION,
                GroupKey.PLATFORM,
                last.name(),
                shard,
                last.durable(),
                last.durableAt(),
                Instant.ofEpochMilli(at.wallMillis())));
  }

  private QueuedEvent event(Scan scan, byte[] frame, Clocks.Timestamps at) {
    byte[] body = envelopes.inline(scan, frame, at.wallMillis());
    return new QueuedEvent(
        GroupKey.of(scan.channelId(), scan.guildId(), shard),
        session,
        scan.sequence(),
        body,
        envelopes.payloadAt(),
        at.nanos(),
        cursor.delivery());
  }

  /** The gap belongs to the lost session, which is remembered until the queue holds the gap. */
  private QueuedEvent gapEvent(GapDetected gap, Clocks.Timestamps at) {
    long sequence = cursor.next();
    cursor.arrived(sequence);
    QueuedEvent.Delivery delivery = cursor.delivery();
    return QueuedEvent.named(
        GroupKey.ofShard(shard),
        gap.deduplicationId(),
        MessageCodec.encode(gap).getBytes(StandardCharsets.UTF_8),
        at.nanos(),
        () -> delivery.delivered(sequence));
  }
}
