package dev.gatehouse.interactions;

import org.jspecify.annotations.Nullable;

/** What a user, or Discord itself, wants. */
enum InteractionKind {
  PING(1),
  COMMAND(2),
  COMPONENT(3),
  AUTOCOMPLETE(4),
  MODAL_SUBMIT(5);

  private final int code;

  InteractionKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static @Nullable InteractionKind ofCode(long code) {
    for (InteractionKind type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }
}
