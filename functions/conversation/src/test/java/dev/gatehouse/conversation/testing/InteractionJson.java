package dev.gatehouse.conversation.testing;

import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Secret;
import java.time.Instant;

/** An interaction as Discord sends it, and as the interactions function queues it. */
public record InteractionJson(
    String id, int type, String data, String user, String permissions, Acknowledgement answered) {
  /** A slash command with the given options. */
  public static InteractionJson command(String id, String name, String options) {
    String data =
        "{\"id\":\"1\",\"name\":\"" + name + "\",\"type\":1,\"options\":[" + options + "]}";
    return new InteractionJson(id, 2, data, "7", "0", Acknowledgement.DEFERRED_MESSAGE);
  }

  /** A slash command with one string. */
  public static InteractionJson ask(String id, String question) {
    return command(id, "ask", "{\"name\":\"question\",\"type\":3,\"value\":\"" + question + "\"}");
  }

  /** A pressed button. */
  public static InteractionJson press(String id, String customId) {
    String data = "{\"custom_id\":\"" + customId + "\",\"component_type\":2}";
    return new InteractionJson(id, 3, data, "7", "0", Acknowledgement.DEFERRED_UPDATE);
  }

  /** A form that was filled in. */
  public static InteractionJson form(String id, String customId) {
    String data = "{\"custom_id\":\"" + customId + "\",\"components\":[]}";
    return new InteractionJson(id, 5, data, "7", "0", Acknowledgement.DEFERRED_MESSAGE);
  }

  public InteractionJson by(String otherUser, String theirPermissions) {
    return new InteractionJson(id, type, data, otherUser, theirPermissions, answered);
  }

  public InteractionJson ephemeral() {
    return new InteractionJson(
        id, type, data, user, permissions, Acknowledgement.DEFERRED_EPHEMERAL);
  }

  public InteractionJson ofType(int otherType) {
    return new InteractionJson(id, otherType, data, user, permissions, answered);
  }

  /** The body of the queue's message. */
  public String body(Instant receivedAt) {
    return MessageCodec.encode(
        new InteractionReceived(
            QueueMessage.VERSION,
            new Platform("discord"),
            id,
            "800",
            type,
            Secret.of("token-" + id),
            answered,
            "50",
            "100",
            user,
            receivedAt,
            payload()));
  }

  private RawJson payload() {
    return new RawJson(
        """
        {"id":"%s","application_id":"800","type":%d,"token":"token-%s","version":1,
        "guild_id":"50","channel_id":"100","data":%s,
        "member":{"user":{"id":"%s","username":"ada"},"nick":"Countess","roles":[],
        "permissions":"%s"},"locale":"en-GB","entitlements":[]}
        """
            .formatted(id, type, id, data, user, permissions));
  }
}
