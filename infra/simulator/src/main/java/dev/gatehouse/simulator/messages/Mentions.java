package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Snowflake;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a text mentions, as far as the sender lets it.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">
 *     Allowed mentions</a>
 */
public record Mentions(List<User> users, boolean everyone) {
  private static final Pattern USER = Pattern.compile("<@!?(\\d{1,19})>");
  private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

  /** Finds the mentions in a text. */
  public static Mentions in(String content, JsonNode allowed, World world) {
    Map<Long, User> found = new LinkedHashMap<>();
    Matcher matcher = USER.matcher(content);
    while (matcher.find()) {
      Snowflake.parse(matcher.group(1))
          .filter(id -> allowsUser(allowed, id))
          .flatMap(world.directory()::user)
          .ifPresent(user -> found.put(user.id(), user));
    }
    boolean everyone = EVERYONE.matcher(content).find() && allowsKind(allowed, "everyone");
    return new Mentions(new ArrayList<>(found.values()), everyone);
  }

  private static boolean allowsUser(JsonNode allowed, long id) {
    return allowsKind(allowed, "users") || lists(allowed.path("users"), Long.toString(id));
  }

  private static boolean allowsKind(JsonNode allowed, String kind) {
    if (!allowed.isObject()) {
      return true;
    }
    return lists(allowed.path("parse"), kind);
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
