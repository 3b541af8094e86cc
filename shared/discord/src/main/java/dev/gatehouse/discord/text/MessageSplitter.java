package dev.gatehouse.discord.text;

import java.util.List;

/**
 * Cuts a text into messages that Discord accepts. A cut never breaks a surrogate pair or joined
 * emoji, a mention or other token in angle brackets, or a code fence: a fence that is cut is closed
 * at the end of one message and opened again, with its language, at the beginning of the next. Cuts
 * come after a paragraph where one ends in the second half of a message, else after a line, else
 * after a word. Apart from those fences, the messages one after the other are the text; only blank
 * stretches that would be a message of their own are left out.
 *
 * <p>Discord counts code points. This counts UTF-16 units, of which a text has at least as many, so
 * that the same limit also holds for clients that count those.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message#create-message">Create
 *     message</a>
 */
public final class MessageSplitter {
  /** The most characters of one message. */
  public static final int DISCORD_LIMIT = 2000;

  /** The most messages for one answer before it becomes a file. */
  public static final int DEFAULT_MAX_PARTS = 5;

  private static final int LEAST_LIMIT = 16;

  private final int limit;
  private final int maxParts;
  private final String fileName;

  /**
   * @param limit the most UTF-16 units of one message, 16 or more
   * @param maxParts the most messages before the text becomes a file, 1 or more
   * @param fileName the name of that file
   */
  public MessageSplitter(int limit, int maxParts, String fileName) {
    if (limit < LEAST_LIMIT) {
      throw new IllegalArgumentException("limit must be 16 or more, was " + limit);
    }
    if (maxParts < 1) {
      throw new IllegalArgumentException("maxParts must be 1 or more, was " + maxParts);
    }
    if (fileName.isBlank()) {
      throw new IllegalArgumentException("fileName must not be blank");
    }
    this.limit = limit;
    this.maxParts = maxParts;
    this.fileName = fileName;
  }

  /** Five messages of 2000 characters, or {@code answer.md}. */
  public static MessageSplitter forDiscord() {
    return new MessageSplitter(DISCORD_LIMIT, DEFAULT_MAX_PARTS, "answer.md");
  }

  /**
   * Cuts a text. It becomes a file when it takes too many messages, and when it has a stretch
   * longer than a message that nothing may cut. A fence that is left open is closed, so that the
   * beginning of an answer that is still being written can be shown as well.
   */
  public Split split(String text) {
    Cutter cutter = new Cutter(text, limit);
    List<String> messages = cutter.cut(maxParts);
    return messages == null || messages.size() > maxParts
        ? new Split.AsFile(cutter.first(), fileName, text)
        : new Split.Parts(messages);
  }
}
