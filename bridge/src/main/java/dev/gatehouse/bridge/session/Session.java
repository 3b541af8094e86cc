package dev.gatehouse.bridge.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The life of one shard's gateway session (<a
 * href="https://docs.discord.com/developers/events/gateway#connection-lifecycle">Discord</a>). It
 * does no I/O and reads no clock: its shell feeds it what happened and carries its actions out. Not
 * safe for use by several threads.
 */
public final class Session {
  private final Standing standing;
  private final Ending ending;
  private final Identification identification;
  private final Opening opening;
  private final Flow flow;
  private final Timers timers;

  /**
   * @param resumable what an earlier process left, if it left anything
   */
  public Session(SessionRules rules, RandomGenerator random, Optional<Resumable> resumable) {
    this.standing = new Standing(rules, random, resumable);
    this.ending = new Ending(standing);
    this.identification = new Identification(standing, ending);
    this.opening = new Opening(standing, identification);
    this.flow = new Flow(standing);
    this.timers = new Timers(standing, opening, identification, ending);
  }

  /** Where the session stands. */
  public State state() {
    return standing.state();
  }

  /** When the next {@link Input.Tick} is due; empty while nothing is timed. */
  public Optional<Instant> deadline() {
    return timers.deadline();
  }

  /** Takes in what happened; returns what to do about it, in order. */
  public List<Action> on(Input input, Instant now) {
    if (input instanceof Input.Frame) {
      standing.heartbeat().heard();
    }
    return switch (input) {
      case Input.Dispatched dispatched -> flow.dispatched(dispatched.sequence(), now);
      case Input.DurableMoved moved -> flow.durableMoved(moved.sequence());
      case Input.Tick _ -> timers.tick(now);
      case Input.Heard _ -> List.of();
      case Input.Start _ -> state() instanceof State.Idle ? opening.connect() : List.of();
      case Input.Connected _ -> opening.connected(now);
      case Input.ConnectFailed _ -> ending.connectFailed(now);
      case Input.Disconnected gone -> ending.disconnected(gone.code(), now);
      case Input.Hello hello -> opening.hello(hello.heartbeatInterval(), now);
      case Input.HeartbeatRequested _ -> timers.heartbeatRequested();
      case Input.ReconnectRequested _ -> ending.reconnectRequested(now);
      case Input.SessionInvalidated invalid -> ending.invalidated(invalid.resumable(), now);
      case Input.Ready ready -> flow.ready(ready, now);
      case Input.Resumed resumed -> flow.resumed(resumed.sequence(), now);
      case Input.IdentifyGranted _ -> identification.granted(now);
      case Input.IdentifyRefused refused -> identification.refused(refused.retryAt(), now);
      case Input.SpoolFilled _ -> ending.spoolFilled();
      case Input.SpoolDrained _ -> state() instanceof State.Paused ? opening.connect() : List.of();
      case Input.Stop _ -> ending.stop();
    };
  }
}
