package dev.gatehouse.discord.model;

import java.util.Map;

/**
 * The objects that option values and menu choices refer to, by id.
 *
 * @param members without their user, which is in {@code users} under the same id
 */
public record Resolved(
    Map<Snowflake, User> users,
    Map<Snowflake, Member> members,
    Map<Snowflake, Role> roles,
    Map<Snowflake, Channel> channels,
    Map<Snowflake, Message> messages,
    Map<Snowflake, Attachment> attachments) {
  public Resolved {
    users = Absent.asEmpty(users);
    members = Absent.asEmpty(members);
    roles = Absent.asEmpty(roles);
    channels = Absent.asEmpty(channels);
    messages = Absent.asEmpty(messages);
    attachments = Absent.asEmpty(attachments);
  }
}
