package dev.gatehouse.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Snowflake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a text mentions, as far as the sender lets it and may.
 *
 * @param roles the roles' ids
 * @see <a href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">
 *     Allowed mentions</a>
 */
public record Mentions(List<User> users, List<Long> roles, boolean everyone) {
  /** Nobody. */
  public static final Mentions NONE = new Mentions(List.of(), List.of(), false);

  private static final Pattern USER = Pattern.compile("<@!?(\\d{1,19})>");
  private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,19})>");
  private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

  /**
   * Finds the mentions in a text.
   *
   * @param allowed what the sender lets be mentioned, as Discord's JSON
   */
  public static Mentions in(
      String content, JsonNode allowed, User author, Channel channel, Directory directory) {
    List<User> users =
        ids(content, USER).stream()
            .filter(id -> allows(allowed, "users", id))
            .flatMap(id -> directory.user(id).stream())
            .toList();
    boolean all = directory.may(author.id(), channel, Permission.MENTION_EVERYONE);
    List<Long> roles =
        ids(content, ROLE).stream()
            .filter(id -> allows(allowed, "roles", id))
            .flatMap(id -> directory.role(channel, id).stream())
            .filter(role -> all || role.mentionable())
            .map(Role::id)
            .toList();
    boolean everyone = all && EVERYONE.matcher(content).find() && allowsKind(allowed, "everyone");
    return new Mentions(users, roles, everyone);
  }

  /** The same with one more user. */
  public Mentions with(User user) {
    Set<User> more = new LinkedHashSet<>(users);
    more.add(user);
    return new Mentions(new ArrayList<>(more), roles, everyone);
  }

  private static Set<Long> ids(String content, Pattern pattern) {
    Set<Long> ids = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(content);
    while (matcher.find()) {
      Snowflake.parse(matcher.group(1)).ifPresent(ids::add);
    }
    return ids;
  }

  private static boolean allows(JsonNode allowed, String kind, long id) {
    return allowsKind(allowed, kind) || lists(allowed.path(kind), Long.toString(id));
  }

  private static boolean allowsKind(JsonNode allowed, String kind) {
    return !allowed.isObject() || lists(allowed.path("parse"), kind);
  }

  private static boolean lists(JsonNode array, String wanted) {
    for (JsonNode element : array) {
      if (element.asText().equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
