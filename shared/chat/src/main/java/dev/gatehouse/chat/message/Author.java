package dev.gatehouse.chat.message;

/**
 * Who wrote something.
 *
 * @param id on the platform
 * @param name as others see it
 */
public record Author(String id, String name, Kind kind) {
  /** What kind of author. */
  public enum Kind {
    /** Somebody. */
    PERSON,
    /** Another bot or a webhook: answering it could go on for ever. */
    MACHINE,
    /** Our own user. */
    OURSELVES
  }
}
