package dev.gatehouse.bridge.identify;

import dev.gatehouse.bridge.shard.IdentifyGate;

/** An identify gate that can tell how much of the day's budget is left. */
public interface MeteredIdentifyGate extends IdentifyGate {
  /** What is known to be left; does not wait for anything. */
  RemainingIdentifies remaining();
}
