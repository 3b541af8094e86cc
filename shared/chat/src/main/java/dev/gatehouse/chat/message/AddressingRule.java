package dev.gatehouse.chat.message;

import java.util.function.BooleanSupplier;

/**
 * Judges whether a message is meant for us. Bots, and we ourselves, are never answered: two bots
 * that answer each other do not stop.
 *
 * @param prefix what text commands begin with, such as {@code !}
 */
public record AddressingRule(String prefix) {
  public AddressingRule {
    if (prefix.isBlank()) {
      throw new IllegalArgumentException("prefix: must not be blank");
    }
  }

  /**
   * The verdict.
   *
   * @param calledIn whether we were called into this thread; asked only when nothing else decides,
   *     since it may have to be looked up
   */
  public Addressing judge(IncomingMessage message, BooleanSupplier calledIn) {
    return switch (message.author().kind()) {
      case OURSELVES -> new Addressing.NotForUs("our own message");
      case MACHINE -> new Addressing.NotForUs("written by a bot");
      case PERSON -> judgePerson(message, calledIn);
    };
  }

  private Addressing judgePerson(IncomingMessage message, BooleanSupplier calledIn) {
    if (isCommand(message.text())) {
      return new Addressing.Command(message.text().substring(prefix.length()));
    }
    if (message.direct()) {
      return new Addressing.Direct();
    }
    if (message.mentionsUs()) {
      return new Addressing.Mention();
    }
    // Without a mention, empty content may only be hidden from us: nobody is told to say more.
    if (message.text().isEmpty()) {
      return new Addressing.NotForUs("no readable text");
    }
    if (message.repliesToUs()) {
      return new Addressing.ReplyToUs();
    }
    return !message.addressesOthers() && calledIn.getAsBoolean()
        ? new Addressing.CalledInThread()
        : new Addressing.NotForUs("not addressed to us");
  }

  /** A prefix alone, or before anything but a letter, is punctuation. */
  private boolean isCommand(String text) {
    return text.startsWith(prefix)
        && text.length() > prefix.length()
        && Character.isLetter(text.charAt(prefix.length()));
  }
}
