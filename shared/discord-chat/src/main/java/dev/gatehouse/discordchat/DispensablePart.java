package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.ErrorCode;
import java.util.List;
import java.util.Set;

/**
 * A part that a message is sent without when Discord refuses it for that part alone (<a
 * href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#json">codes</a>, <a
 * href="https://docs.discord.com/developers/reference#error-messages">fields</a>).
 */
enum DispensablePart {
  /** What it replies to: the answer is worth more than the arrow to its question. */
  REFERENCE(
      "message_reference",
      Set.of(
          ErrorCode.CANNOT_REPLY_WITHOUT_HISTORY,
          ErrorCode.UNKNOWN_MESSAGE,
          ErrorCode.CANNOT_ACT_ON_SYSTEM_MESSAGE)),
  COMPONENTS("components", Set.of()),
  EMBEDS("embeds", Set.of());

  private final String field;
  private final Set<Integer> codes;

  DispensablePart(String field, Set<Integer> codes) {
    this.field = field;
    this.codes = codes;
  }

  /** Whether a message that has the part may have been refused for it. */
  boolean isRefusedBy(DiscordApiException e) {
    return codes.contains(e.code())
        || e.fieldErrors().stream().anyMatch(error -> error.path().startsWith(field));
  }

  /** The message without the part; the same when it has no such part. */
  MessageCreate without(MessageCreate message) {
    return switch (this) {
      case REFERENCE -> message.withoutReference();
      case COMPONENTS -> message.withComponents(List.of());
      case EMBEDS -> message.withEmbeds(List.of());
    };
  }

  /** The change without the part; the same when it has no such part. */
  MessageEdit without(MessageEdit edit) {
    return switch (this) {
      case REFERENCE -> edit;
      case COMPONENTS -> edit.components() == null ? edit : edit.withComponents(List.of());
      case EMBEDS -> edit.embeds() == null ? edit : edit.withEmbeds(List.of());
    };
  }
}
