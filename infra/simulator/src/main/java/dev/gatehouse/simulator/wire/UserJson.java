package dev.gatehouse.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Member;
import dev.gatehouse.simulator.state.User;

/**
 * Users and members.
 *
 * @see <a href="https://discord.com/developers/docs/resources/user#user-object">User object</a>
 */
public final class UserJson {
  private UserJson() {}

  /** A user as everybody sees it. */
  public static ObjectNode of(User user) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(user.id()));
    json.put("username", user.username());
    json.put("global_name", user.globalName());
    json.put("discriminator", user.bot() ? "0001" : "0");
    json.putNull("avatar");
    json.put("bot", user.bot());
    json.put("public_flags", 0);
    json.put("flags", 0);
    json.putNull("primary_guild");
    return json;
  }

  /** A user as it sees itself. */
  public static ObjectNode self(User user) {
    ObjectNode json = of(user);
    json.put("verified", true);
    json.put("mfa_enabled", true);
    json.put("locale", "en-US");
    json.putNull("email");
    return json;
  }

  /** A member with its user. */
  public static ObjectNode member(Member member) {
    ObjectNode json = partialMember(member);
    json.set("user", of(member.user()));
    return json;
  }

  /** A member without its user, as messages carry it. */
  public static ObjectNode partialMember(Member member) {
    ObjectNode json = Json.object();
    json.set("roles", Json.ids(member.roles()));
    json.put("joined_at", Times.text(member.joinedAt()));
    json.putNull("nick");
    json.putNull("avatar");
    json.putNull("banner");
    json.putNull("premium_since");
    json.putNull("communication_disabled_until");
    json.put("pending", false);
    json.put("deaf", false);
    json.put("mute", false);
    json.put("flags", 0);
    return json;
  }
}
