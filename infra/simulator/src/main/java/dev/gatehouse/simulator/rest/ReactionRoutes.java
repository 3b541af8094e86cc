package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.MessageSender;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.List;

/**
 * Reactions.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-reaction">Create
 *     reaction</a>
 */
public final class ReactionRoutes implements RestApi.RouteGroup {
  private final World world;
  private final Chat chat;
  private final Lookup lookup;
  private final MessageSender sender;

  /** Reactions of a world. */
  public ReactionRoutes(World world, MessageSender sender) {
    this.world = world;
    this.chat = new Chat(world);
    this.lookup = new Lookup(world);
    this.sender = sender;
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    String all = "/channels/{channel}/messages/{message}/reactions/{emoji}";
    routes
        .add("PUT", all + "/@me", RestRoute.bot(call -> react(call, true)))
        .add("DELETE", all + "/@me", RestRoute.bot(call -> react(call, false)))
        .add("DELETE", all + "/{user}", RestRoute.bot(this::takeAway))
        .add("GET", all, RestRoute.bot(this::users));
  }

  private Reply.Full react(Call call, boolean added) {
    Channel channel = lookup.channel(call);
    Message message = lookup.message(call, channel);
    sender.react(message, call.parameters().text("emoji"), call.bot(), channel, added);
    return Reply.noContent();
  }

  private Reply.Full takeAway(Call call) {
    Channel channel = lookup.channel(call, Permission.MANAGE_MESSAGES);
    Message message = lookup.message(call, channel);
    chat.react(message, call.parameters().text("emoji"), call.id("user"), false);
    return Reply.noContent();
  }

  private Reply.Full users(Call call) {
    Message message = lookup.message(call, lookup.channel(call));
    String emoji = call.parameters().text("emoji");
    List<User> users =
        message.reactions().stream()
            .filter(reaction -> reaction.emoji().equals(emoji))
            .flatMap(reaction -> reaction.users().stream())
            .flatMap(id -> world.directory().user(id).stream())
            .toList();
    return Reply.ok(Json.array(users.stream().map(UserJson::of).toList()));
  }
}
