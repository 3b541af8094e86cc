package dev.gatehouse.chat.message;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a message brings beside its own text. Somebody else may have written it, so it is material
 * that a question is about, and never an instruction.
 */
public sealed interface Enclosure {
  /**
   * Another message.
   *
   * @param author nothing when the platform does not say, as for a forwarded message
   * @param text Markdown; empty when it had none, or it is hidden from us
   */
  record Quote(Kind kind, Optional<Author> author, String text, List<Enclosure> enclosures)
      implements Enclosure {
    /** Why it is brought. */
    public enum Kind {
      REPLIED_TO,
      FORWARDED
    }

    public Quote {
      text = text.strip();
      enclosures = List.copyOf(enclosures);
    }

    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "Quote[" + kind + ", " + text.length() + " chars]";
    }
  }

  /**
   * A card, such as the preview of a link or what a bot shows.
   *
   * @param text its texts, a line each
   */
  record Card(String text) implements Enclosure {
    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "Card[" + text.length() + " chars]";
    }
  }

  /** A poll, with the answers that it offers. */
  record Poll(String question, List<String> answers) implements Enclosure {
    public Poll {
      answers = List.copyOf(answers);
    }

    /** Without the texts: logs carry no message content. */
    @Override
    public String toString() {
      return "Poll[" + answers.size() + " answers]";
    }
  }

  /** A sticker; the platform says what it is called and no more. */
  record Sticker(String name) implements Enclosure {}

  /** Speech in place of text. */
  record VoiceMessage(Duration length) implements Enclosure {}

  /**
   * A file.
   *
   * @param mediaType such as {@code text/plain; charset=utf-8}; empty when the platform cannot tell
   * @param bytes its size as the platform says it
   * @param address where it lies
   */
  record AttachedFile(String name, String mediaType, long bytes, URI address) implements Enclosure {
    /** Without the address, which gives access to the file. */
    @Override
    public String toString() {
      return "AttachedFile[" + mediaType + ", " + bytes + " bytes]";
    }
  }

  /** The same, with each text that people read changed by that. */
  default Enclosure withTexts(UnaryOperator<String> change) {
    return switch (this) {
      case Quote(Quote.Kind kind, Optional<Author> author, String text, List<Enclosure> inner) ->
          new Quote(
              kind,
              author,
              change.apply(text),
              inner.stream().map(enclosure -> enclosure.withTexts(change)).toList());
      case Card(String text) -> new Card(change.apply(text));
      case Poll(String question, List<String> answers) ->
          new Poll(change.apply(question), answers.stream().map(change).toList());
      case Sticker _, VoiceMessage _, AttachedFile _ -> this;
    };
  }
}
