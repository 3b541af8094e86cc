package dev.gatehouse.simulator.http;

/** Answers whole requests. Called on a virtual thread, so it may block. */
@FunctionalInterface
public interface Site {
  /** The answer; an exception becomes status 500. */
  Reply answer(Request request);
}
