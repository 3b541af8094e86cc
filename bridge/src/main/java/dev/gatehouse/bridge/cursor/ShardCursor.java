package dev.gatehouse.bridge.cursor;

import dev.gatehouse.bridge.outbox.QueuedEvent;
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
  private final Deque<SessionTrack> tracks = new ArrayDeque<>();
  private Runnable onStarted = () -> {};

  /**
   * @param saved what the shard's last owner left
   */
  public ShardCursor(InstantSource time, Optional<SavedSession> saved) {
    this.time = time;
    saved.ifPresent(s -> tracks.add(new SessionTrack(s, time)));
  }

  /** From now on, the listener hears of each new session; it must not wait. */
  synchronized void onStarted(Runnable listener) {
    onStarted = listener;
  }

  /** A new session begins. */
  public synchronized void started(String sessionId, String resumeUrl, long userId) {
    tracks.addLast(
        new SessionTrack(new SavedSession(sessionId, resumeUrl, userId, 0, time.instant()), time));
    onStarted.run();
  }

  /** An event of the present session came. */
  public synchronized void arrived(long sequence) {
    tracks.getLast().arrived(sequence);
  }

  /** An event of the present session needs no sending. */
  public synchronized void dropped(long sequence) {
    tracks.getLast().delivered(sequence);
  }

  /** A number beyond all events of the present session, for what is said about it at its end. */
  public synchronized long next() {
    return tracks.getLast().newest() + 1;
  }

  /** Who is to hear that events of the present session are on the queue. */
  public synchronized QueuedEvent.Delivery delivery() {
    return tracks.getLast();
  }

  /** The number that a resume of the present session starts from; 0 without a session. */
  public synchronized long durable() {
    return tracks.isEmpty() ? 0 : tracks.getLast().durable();
  }

  /** How many events of the present session came but are not known to be on the queue. */
  public synchronized long lag() {
    return tracks.isEmpty() ? 0 : tracks.getLast().newest() - tracks.getLast().durable();
  }

  /** Whether the queue holds every event that came. */
  public synchronized boolean isSettled() {
    return tracks.stream().allMatch(SessionTrack::isSettled);
  }

  /** The present session, whether or not it is the one to remember. */
  public synchronized Optional<SavedSession> present() {
    return Optional.ofNullable(tracks.peekLast()).map(SessionTrack::snapshot);
  }

  /** The session to remember now. */
  public synchronized Optional<SavedSession> toSave() {
    while (tracks.size() > 1 && tracks.getFirst().isSettled()) {
      tracks.removeFirst();
    }
    return Optional.ofNullable(tracks.peekFirst()).map(SessionTrack::snapshot);
  }
}
