package dev.gatehouse.contracts;

import java.util.Locale;

/** What an interaction was answered with within its three seconds. */
public enum Acknowledgement {
  /** "… is thinking", seen by everyone; callback type 5. */
  DEFERRED_MESSAGE,
  /** "… is thinking", seen by the caller only; callback type 5 with the EPHEMERAL flag. */
  DEFERRED_EPHEMERAL,
  /** Nothing to see; the message that holds the component may be edited; callback type 6. */
  DEFERRED_UPDATE;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a wire name; anything else names the field. */
  public static Acknowledgement ofWireName(String wireName) {
    for (Acknowledgement acknowledgement : values()) {
      if (acknowledgement.wireName().equals(wireName)) {
        return acknowledgement;
      }
    }
    throw new InvalidFieldException(
        "acknowledgement",
        "must be deferred_message, deferred_ephemeral or deferred_update, was " + wireName);
  }
}
