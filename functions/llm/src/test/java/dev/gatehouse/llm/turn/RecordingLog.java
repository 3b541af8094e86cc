package dev.gatehouse.llm.turn;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was noted. */
final class RecordingLog implements TurnLog {
  final List<TurnReport> reports = new CopyOnWriteArrayList<>();
  final List<String> skipped = new CopyOnWriteArrayList<>();
  final List<String> troubles = new CopyOnWriteArrayList<>();

  @Override
  public void ended(TurnReport report) {
    reports.add(report);
  }

  @Override
  public void skipped(String turnId) {
    skipped.add(turnId);
  }

  @Override
  public void trouble(String turnId, String what, Exception why) {
    troubles.add(what);
  }
}
