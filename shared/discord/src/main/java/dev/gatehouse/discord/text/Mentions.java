package dev.gatehouse.discord.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mentions as they stand in the text of a message.
 *
 * @see <a href="https://docs.discord.com/developers/reference#message-formatting">Message
 *     formatting</a>
 */
public final class Mentions {
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\*_~`|>#\\[\\]()<-]");

  private Mentions() {}

  /** The mention of a user, given the decimal digits of the id. */
  public static String user(String id) {
    return "<@" + id + ">";
  }

  /** The mention of a channel, given the decimal digits of the id. */
  public static String channel(String id) {
    return "<#" + id + ">";
  }

  /** The text without the mentions of this user, in either of their forms, and trimmed. */
  public static String without(String text, String userId) {
    return text.replaceAll("<@!?" + Pattern.quote(userId) + ">", "").strip();
  }

  /** The text so that Discord shows it as it is, without formatting and mentions. */
  public static String escape(String text) {
    return MARKDOWN
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
  }
}
