package dev.gatehouse.bridge.metrics;

import java.util.function.LongSupplier;

/** A value that is read when it is printed. */
record Gauge(String name, String help, LongSupplier value) implements Metric {
  @Override
  public void print(StringBuilder to) {
    Metric.head(to, name, help, "gauge");
    to.append(name).append(' ').append(value.getAsLong()).append('\n');
  }
}
