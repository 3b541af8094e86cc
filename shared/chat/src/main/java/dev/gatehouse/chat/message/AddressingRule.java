package dev.gatehouse.chat.message;

import dev.gatehouse.chat.command.CommandCatalog;
import dev.gatehouse.chat.message.Enclosure.Quote;
import java.util.function.BooleanSupplier;

/**
 * Judges whether a message is meant for us. Bots, and we ourselves, are never answered: two bots
 * that answer each other do not stop.
 *
 * @param prefix what text commands begin with, such as {@code !}
 * @param commands ours; other bots of a server may listen to the same prefix
 */
public record AddressingRule(String prefix, CommandCatalog commands) {
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

  /** A command's line without its prefix. */
  public String commandLine(IncomingMessage message) {
    return message.text().substring(prefix.length());
  }

  private Addressing judgePerson(IncomingMessage message, BooleanSupplier calledIn) {
    boolean called = message.direct() || message.mentionsUs() || message.repliesToUs();
    if (isCommand(message.text())) {
      return called || commands.has(commandLine(message))
          ? new Addressing.Command()
          : new Addressing.NotForUs("a command of somebody else's");
    }
    if (message.direct()) {
      return new Addressing.Direct();
    }
    if (message.mentionsUs()) {
      return new Addressing.Mention();
    }
    // Without a mention, empty content may only be hidden from us: nobody is told to say more.
    if (saysNothing(message)) {
      return new Addressing.NotForUs("no readable text");
    }
    if (message.repliesToUs()) {
      return new Addressing.ReplyToUs();
    }
    return !message.addressesOthers() && calledIn.getAsBoolean()
        ? new Addressing.CalledInThread()
        : new Addressing.NotForUs("not addressed to us");
  }

  /** The message that it replies to comes along even when what it says itself is hidden. */
  private static boolean saysNothing(IncomingMessage message) {
    return message.text().isEmpty()
        && message.enclosures().stream()
            .allMatch(enclosure ->
                enclosure instanceof Quote quote && quote.kind() == Quote.Kind.REPLIED_TO);
  }

  /**
   * A prefix alone, or before anything but a letter, is punctuation; before a quotation mark and a
   * letter it is how some bots' commands are typed.
   */
  private boolean isCommand(String text) {
    int name = prefix.length() + (text.startsWith("\"", prefix.length()) ? 1 : 0);
    return text.startsWith(prefix) && text.length() > name && Character.isLetter(text.charAt(name));
  }
}
