package dev.gatehouse.bridge.outbox;

/** Hears of everything and keeps nothing; tests that want to know override what they ask for. */
public class SilentListener implements OutboxListener {
  @Override
  public void calling() {}

  @Override
  public void sent(long nanosSinceArrival) {}

  @Override
  public void retrying(int entries, String reason) {}

  @Override
  public void claimed(Entry entry) {}

  @Override
  public void rejected(Entry entry, String reason) {}
}
