package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Snowflake;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks in a message's text that stand for users, channels, roles, emoji, commands, times and
 * pages of a server (<a
 * href="https://docs.discord.com/developers/reference#message-formatting">formats</a>), replaced by
 * what a person sees in their place. In code Discord shows them as they are typed, so there they
 * stay.
 *
 * @param user what replaces a user's mark; nothing leaves it as it is, as for the others
 */
record MessageMarkup(
    Function<Snowflake, Optional<String>> user,
    Function<Snowflake, Optional<String>> channel,
    Function<Snowflake, Optional<String>> role) {
  private static final Pattern MARK =
      Pattern.compile(
          """
          (?<code> ```[\\s\\S]*?``` | ``[\\s\\S]+?`` | `[^`]+` )
          | <@!?(?<user>\\d{1,20})>
          | <@&(?<role>\\d{1,20})>
          | <\\#(?<channel>\\d{1,20})>
          | <a?:(?<emoji>\\w{2,32}):\\d{1,20}>
          | </(?<command>[^<>:]{1,100}):\\d{1,20}>
          | <t:(?<time>-?\\d{1,11})(?::[tTdDfFsSR])?>
          | <id:(?<page>customize|browse|guide|linked-roles)(?::\\d{1,20})?>
          """,
          Pattern.COMMENTS);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  String replacedIn(String text) {
    return MARK.matcher(text)
        .replaceAll(mark -> Matcher.quoteReplacement(replacement(mark).orElseGet(mark::group)));
  }

  private Optional<String> replacement(MatchResult mark) {
    if (mark.group("code") != null) {
      return Optional.empty();
    }
    return named(mark, "user", user)
        .or(() -> named(mark, "role", role))
        .or(() -> named(mark, "channel", channel))
        .or(() -> group(mark, "emoji").map(name -> ":" + name + ":"))
        .or(() -> group(mark, "command").map(name -> "/" + name))
        .or(() -> group(mark, "page").map(MessageMarkup::page))
        .or(() -> group(mark, "time").flatMap(MessageMarkup::time));
  }

  private static Optional<String> named(
      MatchResult mark, String kind, Function<Snowflake, Optional<String>> names) {
    return group(mark, kind).flatMap(MessageMarkup::id).flatMap(names);
  }

  private static Optional<String> group(MatchResult mark, String name) {
    return Optional.ofNullable(mark.group(name));
  }

  /** Twenty digits may be more than an id can have. */
  private static Optional<Snowflake> id(String digits) {
    try {
      return Optional.of(Snowflake.of(digits));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> time(String seconds) {
    try {
      return Optional.of(TIME.format(Instant.ofEpochSecond(Long.parseLong(seconds))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String page(String name) {
    return switch (name) {
      case "guide" -> "Server Guide";
      case "linked-roles" -> "Linked Roles";
      case "browse" -> "Browse Channels";
      default -> "Channels & Roles";
    };
  }
}
