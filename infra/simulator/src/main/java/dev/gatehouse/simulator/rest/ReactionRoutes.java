package dev.gatehouse.simulator.rest;

import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.Rejection;
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

  /** Reactions of a world. */
  public ReactionRoutes(World world) {
    this.world = world;
    this.chat = new Chat(world);
    this.lookup = new Lookup(world);
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    String all = "/channels/{channel}/messages/{message}/reactions/{emoji}";
    routes
        .add("PUT", all + "/@me", RestRoute.bot(call -> react(call, call.bot().id(), true)))
        .add("DELETE", all + "/@me", RestRoute.bot(call -> react(call, call.bot().id(), false)))
        .add("DELETE", all + "/{user}", RestRoute.bot(call -> react(call, call.id("user"), false)))
        .add("GET", all, RestRoute.bot(this::users));
  }

  private Reply.Full react(Call call, long userId, boolean added) {
    Channel channel = lookup.channel(call, Permission.READ_MESSAGE_HISTORY);
    Message message = lookup.message(call, channel);
    String emoji = call.parameters().text("emoji");
    if (userId != call.bot().id()) {
      lookup.channel(call, Permission.MANAGE_MESSAGES);
    } else if (added && message.reactions().stream().noneMatch(r -> r.emoji().equals(emoji))) {
      lookup.channel(call, Permission.ADD_REACTIONS);
    }
    if (emoji.isBlank() || emoji.chars().allMatch(c -> c < 128) && !emoji.matches("\\w+:\\d+")) {
      throw Rejection.of(400, 10014, "Unknown Emoji");
    }
    chat.react(message, emoji, userId, added);
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
