package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.session.State;
import dev.gatehouse.contracts.Shard;

/** How a shard does, as its thread tells it to the others. */
final class Bulletin {
  private final Shard shard;
  private final IdentifyTurn turn;
  private volatile State published = new State.Idle();

  Bulletin(Shard shard, IdentifyTurn turn) {
    this.shard = shard;
    this.turn = turn;
  }

  void publish(State state) {
    published = state;
  }

  /** The shard's thread ends. */
  void publishEnd(State last) {
    published =
        last instanceof State.Stopped || last instanceof State.Halted
            ? last
            : new State.Halted("the shard's thread has ended; restart the bridge");
  }

  /** May be called by any thread. */
  ShardStatus status() {
    State state = published;
    return new ShardStatus(
        shard, state.getClass().getSimpleName(), state instanceof State.Live, detail(state));
  }

  private String detail(State state) {
    return switch (state) {
      case State.Halted halted -> halted.whatToDo();
      case State.Paused _ -> "the spool is full: is the queue reachable?";
      case State.Waiting _, State.AwaitingIdentify _, State.AwaitingTurn _ -> turn.refusal();
      case State.Idle _, State.Connecting _, State.Connected _, State.Stopped _ -> "";
    };
  }
}
