package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.AttachmentStore;
import dev.gatehouse.simulator.messages.Uploads;
import dev.gatehouse.simulator.state.Attachment;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.Role;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.GuildJson;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.Optional;

/**
 * Collects what the ids in an interaction's data mean.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure">
 *     Resolved data</a>
 */
final class Resolver {
  private final World world;
  private final User asker;
  private final Channel channel;
  private final MessageJson messages;
  private final AttachmentStore files;
  private final ObjectNode resolved = Json.object();

  Resolver(World world, User asker, Channel channel, MessageJson messages) {
    this.world = world;
    this.asker = asker;
    this.channel = channel;
    this.messages = messages;
    this.files = new AttachmentStore(world);
  }

  /** Everything that was found. */
  ObjectNode json() {
    return resolved;
  }

  boolean user(JsonNode id) {
    Optional<User> user = Json.id(id).flatMap(world.directory()::user);
    user.ifPresent(this::add);
    return user.isPresent();
  }

  private void add(User user) {
    String id = Long.toString(user.id());
    resolved.withObjectProperty("users").set(id, UserJson.of(user));
    guild()
        .flatMap(guild -> guild.member(user.id()))
        .ifPresent(member -> {
          ObjectNode json = UserJson.partialMember(member);
          json.put("permissions", permissions(user, channel));
          resolved.withObjectProperty("members").set(id, json);
        });
  }

  boolean channel(JsonNode id) {
    Optional<Channel> found = Json.id(id).flatMap(world.directory()::channel);
    found.ifPresent(each -> {
      ObjectNode json = ChannelJson.of(each);
      json.put("permissions", permissions(asker, each));
      resolved.withObjectProperty("channels").set(Long.toString(each.id()), json);
    });
    return found.isPresent();
  }

  boolean role(JsonNode id) {
    Optional<Role> role = Json.id(id).flatMap(each -> guild().flatMap(guild -> guild.role(each)));
    role.ifPresent(
        r -> resolved.withObjectProperty("roles").set(Long.toString(r.id()), GuildJson.role(r)));
    return role.isPresent();
  }

  /** Keeps a file, {@code {"filename": …, "content_base64": …}}, and answers its id. */
  long attachment(JsonNode file, String path) {
    Attachment stored = files.store(Uploads.one(file, 0, path), channel.id());
    String id = Long.toString(stored.id());
    resolved.withObjectProperty("attachments").set(id, messages.attachment(stored));
    return stored.id();
  }

  boolean message(long id) {
    Optional<Message> message = world.messages().find(channel.id(), id);
    message.ifPresent(
        m -> resolved.withObjectProperty("messages").set(Long.toString(id), messages.of(m)));
    return message.isPresent();
  }

  private String permissions(User user, Channel where) {
    return Long.toString(world.directory().permissions(user.id(), where));
  }

  private Optional<Guild> guild() {
    return Optional.ofNullable(channel.guildId()).flatMap(world.directory()::guild);
  }
}
