package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.Optional;

/**
 * What the application gets. Used under the world's lock.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object">
 *     Interaction object</a>
 */
final class InteractionPayload {
  private static final int ATTACHMENT_LIMIT = 10 * 1024 * 1024;
  private static final int IN_GUILD = 0;
  private static final int IN_BOT_DM = 1;

  private final World world;
  private final MessageJson messages;

  InteractionPayload(World world, MessageJson messages) {
    this.world = world;
    this.messages = messages;
  }

  ObjectNode of(Interaction interaction) {
    ObjectNode json = Json.object();
    json.put("version", 1);
    json.put("type", interaction.kind().code());
    json.put("token", interaction.token());
    json.put("id", Long.toString(interaction.id()));
    json.put("application_id", Long.toString(interaction.application().id()));
    json.set("data", interaction.draft().data());
    json.put("channel_id", Long.toString(interaction.channel().id()));
    ObjectNode channel = ChannelJson.of(interaction.channel(), interaction.application().id());
    channel.put("permissions", permissions(interaction.user(), interaction));
    json.set("channel", channel);
    json.put("app_permissions", permissions(interaction.application().bot(), interaction));
    json.put("locale", "en-US");
    json.put("attachment_size_limit", ATTACHMENT_LIMIT);
    json.set("entitlements", Json.array());
    json.set("entitlement_sku_ids", Json.array());
    interaction.source().ifPresent(source -> json.set("message", messages.of(source)));
    guild(interaction)
        .ifPresentOrElse(
            guild -> addGuild(json, guild, interaction), () -> addDirect(json, interaction));
    return json;
  }

  private String permissions(User user, Interaction interaction) {
    return Long.toString(world.directory().permissions(user.id(), interaction.channel()));
  }

  private Optional<Guild> guild(Interaction interaction) {
    return Optional.ofNullable(interaction.channel().guildId()).flatMap(world.directory()::guild);
  }

  private void addGuild(ObjectNode json, Guild guild, Interaction interaction) {
    String id = Long.toString(guild.id());
    json.put("context", IN_GUILD);
    json.put("guild_id", id);
    json.put("guild_locale", "en-US");
    ObjectNode partial = json.putObject("guild");
    partial.put("id", id);
    partial.put("locale", "en-US");
    partial.putArray("features");
    json.putObject("authorizing_integration_owners").put("0", id);
    guild
        .member(interaction.user().id())
        .ifPresent(member -> {
          ObjectNode memberJson = UserJson.member(member);
          memberJson.put("permissions", permissions(interaction.user(), interaction));
          json.set("member", memberJson);
        });
  }

  private static void addDirect(ObjectNode json, Interaction interaction) {
    json.put("context", IN_BOT_DM);
    json.putObject("authorizing_integration_owners").put("0", "0");
    json.set("user", UserJson.of(interaction.user()));
  }
}
