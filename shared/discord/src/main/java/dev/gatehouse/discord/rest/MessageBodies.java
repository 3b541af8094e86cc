package dev.gatehouse.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.model.FileUpload;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.PartialAttachment;
import java.util.ArrayList;
import java.util.List;

/** Messages as bodies of requests: JSON alone, or JSON with files beside it. */
final class MessageBodies {
  private final Nonces nonces;

  MessageBodies(Nonces nonces) {
    this.nonces = nonces;
  }

  static ApiBody json(Object value) {
    return ApiBody.json(DiscordJson.write(value));
  }

  /** A message that Discord recognises when it is sent again. */
  ApiRequest create(Route route, MessageCreate message) {
    MessageCreate sent = message.nonce() == null ? message.withNonce(nonces.next()) : message;
    ApiRequest request = ApiRequest.of(route).withBody(body(sent, List.of(), sent.files()));
    return sent.enforceNonce() ? request.asRepeatable() : request;
  }

  /** Webhooks take no nonce and no reference. */
  ApiRequest followup(Route route, MessageCreate message) {
    return ApiRequest.of(route).withBody(body(message, List.of(), message.files()));
  }

  ApiRequest edit(Route route, MessageEdit edit) {
    List<PartialAttachment> kept = edit.attachments() == null ? List.of() : edit.attachments();
    return ApiRequest.of(route).withBody(body(edit, kept, edit.files()));
  }

  private static ApiBody body(
      Object message, List<PartialAttachment> kept, List<FileUpload> files) {
    if (files.isEmpty()) {
      return json(message);
    }
    ObjectNode payload = DiscordJson.mapper().valueToTree(message);
    JsonNode attachments = DiscordJson.mapper().valueToTree(listed(kept, files));
    payload.set("attachments", attachments);
    return Multipart.of(DiscordJson.write(payload), files);
  }

  private static List<PartialAttachment> listed(
      List<PartialAttachment> kept, List<FileUpload> files) {
    List<PartialAttachment> all = new ArrayList<>(kept);
    for (int i = 0; i < files.size(); i++) {
      all.add(PartialAttachment.upload(i, files.get(i).name()));
    }
    return all;
  }
}
