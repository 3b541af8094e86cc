package dev.gatehouse.bridge.outbox;

import dev.gatehouse.cloud.queue.QueueSender;
import java.util.ArrayList;
import java.util.List;

/** An entry being sent: as it was spooled, and as it goes out. */
final class Parcel {
  private final Entry original;
  private Entry current;
  private boolean claimDemanded;

  private Parcel(Entry entry) {
    this.original = entry;
    this.current = entry;
  }

  static List<Parcel> of(List<Entry> entries) {
    List<Parcel> parcels = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      parcels.add(new Parcel(entry));
    }
    return parcels;
  }

  static List<Entry> entries(List<Parcel> parcels) {
    List<Entry> entries = new ArrayList<>(parcels.size());
    for (Parcel parcel : parcels) {
      entries.add(parcel.current);
    }
    return entries;
  }

  Entry original() {
    return original;
  }

  Entry current() {
    return current;
  }

  boolean isClaimable() {
    return current.payloadAt() != Entry.NO_PAYLOAD;
  }

  /** The queue does not take it as it is. */
  void demandClaim() {
    claimDemanded = true;
  }

  boolean isClaimDue() {
    return isClaimable() && (claimDemanded || current.size() > QueueSender.MAX_BYTES);
  }

  void replace(Entry claimed) {
    current = claimed;
  }
}
