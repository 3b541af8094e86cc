package dev.gatehouse.bridge.outbox;

/** Hears of everything and keeps nothing; tests that want to know override what they ask for. */
public class SilentListener implements OutboxListener {
  @Override
  public void calling() {}

  @Override
  public void sent(long nanosSinceArrival) {}

  @Override
  public void retrying(int events, String reason) {}

  @Override
  public void claimed() {}

  @Override
  public void deadLettered(QueuedEvent event, String reason, boolean kept) {}

  @Override
  public void defect(String what) {}
}
