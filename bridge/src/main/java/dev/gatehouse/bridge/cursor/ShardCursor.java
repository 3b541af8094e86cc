package dev.gatehouse.bridge.cursor;

import dev.gatehouse.bridge.outbox.QueuedEvent;
import dev.gatehouse.bridge.session.SavedSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A shard's sessions and how far each is durable. While events of an ended session are still on
 * their way, it remains the one to remember: a crash then resumes it, is refused, and so tells of
 * the gap, where remembering its successor would lose those events in silence. Safe for use by
 * several threads.
 */
public final class ShardCursor {
  private final InstantSource time;
  private final Deque<SessionProgress> sessions = new ArrayDeque<>();
  private Runnable onStarted = () -> {};

  /**
   * @param saved what the shard's last owner left
   */
  public ShardCursor(InstantSource time, Optional<SavedSession> saved) {
    this.time = time;
    saved.ifPresent(s -> sessions.add(new SessionProgress(s, time)));
  }

  /** From now on, the listener hears of each new session; it must not wait. */
  synchronized void onStarted(Runnable listener) {
    onStarted = listener;
  }

  /** A new session begins. */
  public synchronized SavedSession started(String sessionId, String resumeUrl, long userId) {
    Instant now = time.instant();
    SavedSession begun = new SavedSession(sessionId, resumeUrl, userId, now, 0, now);
    sessions.addLast(new SessionProgress(begun, time));
    onStarted.run();
    return begun;
  }

  /** An event of the present session came. */
  public synchronized void arrived(long sequence) {
    sessions.getLast().arrived(sequence);
  }

  /** An event of the present session needs no sending. */
  public synchronized void dropped(long sequence) {
    sessions.getLast().delivered(sequence);
  }

  /** A number beyond all events of the present session, for what is said about it at its end. */
  public synchronized long next() {
    return sessions.getLast().newest() + 1;
  }

  /** Who is to hear that events of the present session are on the queue. */
  public synchronized QueuedEvent.Delivery delivery() {
    return sessions.getLast();
  }

  /** The number that a resume of the present session starts from; 0 without a session. */
  public synchronized long durable() {
    return sessions.isEmpty() ? 0 : sessions.getLast().durable();
  }

  /** How many events of the present session came but are not known to be on the queue. */
  public synchronized long lag() {
    return sessions.isEmpty() ? 0 : sessions.getLast().newest() - sessions.getLast().durable();
  }

  /** Whether the queue holds every event that came. */
  public synchronized boolean isSettled() {
    return sessions.stream().allMatch(SessionProgress::isSettled);
  }

  /** The present session, whether or not it is the one to remember. */
  public synchronized Optional<SavedSession> present() {
    return Optional.ofNullable(sessions.peekLast()).map(SessionProgress::snapshot);
  }

  /** The session to remember now. */
  public synchronized Optional<SavedSession> toSave() {
    while (sessions.size() > 1 && sessions.getFirst().isSettled()) {
      sessions.removeFirst();
    }
    return Optional.ofNullable(sessions.peekFirst()).map(SessionProgress::snapshot);
  }

  /** The progress of one session's events towards the queue. Safe for use by several threads. */
  private static final class SessionProgress implements QueuedEvent.Delivery {
    private final InstantSource time;
    private final AckWindow window;
    private SavedSession last;

    SessionProgress(SavedSession start, InstantSource time) {
      this.time = time;
      this.window = new AckWindow(start.durable());
      this.last = start;
    }

    void arrived(long sequence) {
      window.arrived(sequence);
    }

    @Override
    public void delivered(long sequence) {
      window.settled(sequence);
    }

    /** Whether every event that came is settled. */
    boolean isSettled() {
      return window.contiguous() >= window.newest();
    }

    long durable() {
      return window.contiguous();
    }

    long newest() {
      return window.newest();
    }

    /** The state to remember. The time moves on only while the number does. */
    synchronized SavedSession snapshot() {
      long durable = window.contiguous();
      if (durable != last.durable()) {
        last = last.durable(durable, time.instant());
      }
      return last;
    }
  }
}
