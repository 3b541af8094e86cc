package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.http.Reply;

/** Answers calls of one route; refuses them with a {@code Rejection}. */
@FunctionalInterface
public interface Endpoint {
  Reply.Full answer(Call call);
}
