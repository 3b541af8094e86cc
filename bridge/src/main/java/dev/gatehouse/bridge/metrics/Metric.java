package dev.gatehouse.bridge.metrics;

/** Something that prints itself in the Prometheus text format. */
interface Metric {
  /**
   * Appends its lines (<a
   * href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus</a>).
   */
  void print(StringBuilder to);

  /** Appends what the metric is; a help text may hold any character. */
  static void head(StringBuilder to, String name, String help, String type) {
    String escaped = help.replace("\\", "\\\\").replace("\n", "\\n");
    to.append("# HELP ").append(name).append(' ').append(escaped).append('\n');
    to.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
