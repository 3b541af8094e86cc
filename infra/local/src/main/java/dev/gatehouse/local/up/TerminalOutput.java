package dev.gatehouse.local.up;

import java.io.PrintStream;

/** What the person at the terminal sees; every line is out before the next step begins. */
final class TerminalOutput {
  private final PrintStream out;

  TerminalOutput(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A part that is there, with its address. */
  void started(String what, Object address) {
    say("  %-10s %s".formatted(what, address));
  }

  void degraded(String what) {
    say("  degraded:  " + what);
  }
}
