package dev.gatehouse.llm.adapter;

import dev.gatehouse.llm.model.AnswerListener;
import dev.gatehouse.llm.model.Failure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what a model says. */
final class Heard implements AnswerListener {
  final List<String> pieces = new CopyOnWriteArrayList<>();
  final List<Failure> pausedFor = new CopyOnWriteArrayList<>();

  @Override
  public void text(String piece) {
    pieces.add(piece);
  }

  @Override
  public void pausing(Duration pause, Failure why) {
    pausedFor.add(why);
  }

  String text() {
    return String.join("", pieces);
  }
}
