package dev.gatehouse.codec;

import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.TurnRequested;
import java.io.IOException;

/** The form of the messages of the turns queue. */
final class TurnCodec {
  static final String TURN_REQUESTED = "turn_requested";
  private static final String CHANNEL = "channel";
  private static final String INTERACTION = "interaction";
  private static final String API = "api";
  private static final String CONSOLE = "console";
  private static final String EPHEMERAL = "ephemeral";

  private TurnCodec() {}

  static void write(TurnRequested turn, FieldWriter to) throws IOException {
    to.kind(TURN_REQUESTED)
        .text("turn_id", turn.turnId())
        .platform(turn.conversation().platform())
        .text("channel_id", turn.conversation().channelId());
    writeReply(turn.reply(), to.open("reply")).close();
    to.text("asked_by", turn.askedBy())
        .text("asked_by_name", turn.askedByName())
        .text("prompt", turn.prompt())
        .text("notice", turn.notice().isEmpty() ? null : turn.notice())
        .instant("requested_at", turn.requestedAt());
  }

  static TurnRequested read(Fields from) {
    return new TurnRequested(
        from.integer("v"),
        from.text("turn_id"),
        new ConversationId(from.platform(), from.text("channel_id")),
        readReply(from.object("reply")),
        from.text("asked_by"),
        from.text("asked_by_name"),
        from.text("prompt"),
        from.has("notice") ? from.text("notice") : "",
        from.instant("requested_at"));
  }

  private static FieldWriter writeReply(ReplyTarget reply, FieldWriter to) throws IOException {
    return switch (reply) {
      case ReplyTarget.ChannelReply channel ->
          to.text("type", CHANNEL).text("message_id", channel.messageId());
      case ReplyTarget.InteractionReply interaction -> writeInteraction(interaction, to);
      case ReplyTarget.ApiReply api ->
          to.text("type", API)
              .text("key_id", api.keyId())
              .text("correlation_id", api.correlationId());
      case ReplyTarget.ConsoleReply console ->
          to.text("type", CONSOLE).text("session_id", console.sessionId());
    };
  }

  private static FieldWriter writeInteraction(ReplyTarget.InteractionReply reply, FieldWriter to)
      throws IOException {
    to.text("type", INTERACTION)
        .text("application_id", reply.applicationId())
        .text("token", reply.token().reveal())
        .instant("expires_at", reply.expiresAt());
    return reply.ephemeral() ? to.flag(EPHEMERAL, true) : to;
  }

  private static ReplyTarget readReply(Fields from) {
    String type = from.text("type");
    return switch (type) {
      case CHANNEL -> new ReplyTarget.ChannelReply(from.textOrNull("message_id"));
      case INTERACTION ->
          new ReplyTarget.InteractionReply(
              from.text("application_id"),
              Secret.of(from.text("token")),
              from.instant("expires_at"),
              from.has(EPHEMERAL) && from.flag(EPHEMERAL));
      case API -> new ReplyTarget.ApiReply(from.text("key_id"), from.textOrNull("correlation_id"));
      case CONSOLE -> new ReplyTarget.ConsoleReply(from.text("session_id"));
      default ->
          throw new InvalidFieldException(
              "reply.type", "must be channel, interaction, api or console, was " + type);
    };
  }
}
