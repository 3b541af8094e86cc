package dev.gatehouse.cloud.dynamodb;

/** What a call says beside its table; asked for again at each attempt. */
@FunctionalInterface
interface Parts {
  void addTo(Body body);
}
