package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.interactions.Interaction;
import dev.gatehouse.simulator.interactions.Replies;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageFlags;
import dev.gatehouse.simulator.wire.MessageJson;
import java.util.Optional;

/**
 * What the token of an interaction allows.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints">Endpoints</a>
 */
public final class InteractionRoutes implements RestApi.RouteGroup {
  private final Replies replies;
  private final MessageJson json;

  /** Routes to the replies. */
  public InteractionRoutes(Replies replies, MessageJson json) {
    this.replies = replies;
    this.json = json;
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    String message = "/webhooks/{webhook}/{token}/messages/{message}";
    routes
        .add("POST", "/interactions/{interaction}/{token}/callback", RestRoute.open(this::callback))
        .add("POST", "/webhooks/{webhook}/{token}", RestRoute.open(this::followUp))
        .add("GET", message, RestRoute.open(this::get))
        .add("PATCH", message, RestRoute.open(this::edit))
        .add("DELETE", message, RestRoute.open(this::delete));
  }

  private Reply.Full callback(Call call) {
    MessageForm form = FormReader.read(call);
    Interaction interaction = replies.callback(call.id("interaction"), token(call), form);
    return call.request().query().isTrue("with_response")
        ? Reply.ok(withResponse(interaction, form.json().path("type").asInt()))
        : Reply.noContent();
  }

  private ObjectNode withResponse(Interaction interaction, int type) {
    Optional<Message> original = replies.original(interaction);
    ObjectNode body = Json.object();
    ObjectNode state = body.putObject("interaction");
    state.put("id", Long.toString(interaction.id()));
    state.put("type", interaction.type());
    original.ifPresent(message -> {
      int flags = message.body().flags();
      state.put("response_message_id", Long.toString(message.id()));
      state.put("response_message_loading", MessageFlags.has(flags, MessageFlags.LOADING));
      state.put("response_message_ephemeral", message.isEphemeral());
      ObjectNode resource = body.putObject("resource");
      resource.put("type", type);
      resource.set("message", json.of(message));
    });
    return body;
  }

  private Reply.Full followUp(Call call) {
    Message message = replies.followUp(call.id("webhook"), token(call), FormReader.read(call));
    return Reply.ok(json.of(message));
  }

  private Reply.Full get(Call call) {
    return Reply.ok(json.of(replies.get(call.id("webhook"), token(call), which(call))));
  }

  private Reply.Full edit(Call call) {
    MessageForm form = FormReader.read(call);
    return Reply.ok(json.of(replies.edit(call.id("webhook"), token(call), which(call), form)));
  }

  private Reply.Full delete(Call call) {
    replies.delete(call.id("webhook"), token(call), which(call));
    return Reply.noContent();
  }

  private static String token(Call call) {
    return call.parameters().text("token");
  }

  private static String which(Call call) {
    return call.parameters().text("message");
  }
}
