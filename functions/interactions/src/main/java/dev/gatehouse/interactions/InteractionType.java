package dev.gatehouse.interactions;

import org.jspecify.annotations.Nullable;

/** What a user, or Discord itself, wants. */
enum InteractionType {
  PING(1),
  COMMAND(2),
  COMPONENT(3),
  AUTOCOMPLETE(4),
  MODAL_SUBMIT(5);

  private final int code;

  InteractionType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static @Nullable InteractionType ofCode(long code) {
    for (InteractionType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }
}
