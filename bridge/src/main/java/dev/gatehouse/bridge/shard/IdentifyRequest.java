package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.session.SessionEvent;
import dev.gatehouse.contracts.Shard;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Asks the identify gate for a shard's slot, on a thread of its own: the gate may have to wait for
 * a table or for Discord, and heartbeats must not wait with it. Used by the shard's own thread but
 * for {@link #refusal()}.
 */
final class IdentifyRequest {
  private final Shard shard;
  private final IdentifyGate gate;
  private final ShardLog log;
  private @Nullable FutureTask<IdentifyGate.Verdict> asked;
  private volatile String refusal = "";

  IdentifyRequest(Shard shard, IdentifyGate gate, ShardLog log) {
    this.shard = shard;
    this.gate = gate;
    this.log = log;
  }

  /** Asks; a question that has not been answered yet is the same one. */
  void send() {
    if (asked == null || asked.isDone()) {
      FutureTask<IdentifyGate.Verdict> question = new FutureTask<>(() -> gate.request(shard));
      asked = question;
      Thread.ofVirtual().name("identify-" + shard.index()).start(question);
    }
  }

  /** Whether an answer is to come. */
  boolean isOpen() {
    return asked != null;
  }

  /** The answer, once; null while there is none. */
  @Nullable SessionEvent answer(Instant now) throws InterruptedException {
    FutureTask<IdentifyGate.Verdict> question = asked;
    if (question == null || !question.isDone()) {
      return null;
    }
    asked = null;
    return switch (verdict(question)) {
      case IdentifyGate.Verdict.Granted _ -> granted();
      case IdentifyGate.Verdict.Refused refused -> refused(refused, now);
    };
  }

  /** Why there is no slot; empty when other shards just have them. May be called by any thread. */
  String refusal() {
    return refusal;
  }

  private static IdentifyGate.Verdict verdict(FutureTask<IdentifyGate.Verdict> question)
      throws InterruptedException {
    try {
      return question.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the identify gate has a defect", e.getCause());
    }
  }

  private SessionEvent granted() {
    refusal = "";
    return new SessionEvent.IdentifyGranted();
  }

  /** Waiting for a slot is no news; each other reason is told once. */
  private SessionEvent refused(IdentifyGate.Verdict.Refused refused, Instant now) {
    if (!refused.why().isEmpty() && !refused.why().equals(refusal)) {
      log.identifyRefused(refused.why());
    }
    refusal = refused.why();
    return new SessionEvent.IdentifyRefused(now.plus(refused.retryAfter()));
  }
}
