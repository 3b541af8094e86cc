package dev.gatehouse.local.host;

/** Runs one event through a function. */
@FunctionalInterface
public interface Invoker {
  /** Runs an event to its end or to the function's timeout; what the function does never throws. */
  Outcome invoke(byte[] event) throws InterruptedException;
}
