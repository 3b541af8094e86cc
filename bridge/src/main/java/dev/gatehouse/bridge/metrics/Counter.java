package dev.gatehouse.bridge.metrics;

import java.util.concurrent.atomic.LongAdder;

/** A count that only rises. Safe for use by several threads. */
public final class Counter implements Metric {
  private final String name;
  private final String help;
  private final LongAdder count = new LongAdder();

  Counter(String name, String help) {
    this.name = name;
    this.help = help;
  }

  public void increment() {
    count.increment();
  }

  public void add(long amount) {
    count.add(amount);
  }

  public long value() {
    return count.sum();
  }

  @Override
  public void print(StringBuilder to) {
    Metric.head(to, name, help, "counter");
    to.append(name).append(' ').append(value()).append('\n');
  }
}
