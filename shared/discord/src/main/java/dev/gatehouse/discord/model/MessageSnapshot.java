package dev.gatehouse.discord.model;

/** What a forwarded message said when it was forwarded. */
public record MessageSnapshot(SnapshotContent message) {
  public MessageSnapshot {
    Absent.refuse("message", message);
  }
}
