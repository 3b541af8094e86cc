package dev.gatehouse.discordchat;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;

/** Drafts as one message each, showing the end of what is too long. They notify nobody. */
final class Drafts {
  private Drafts() {}

  static MessageCreate create(Draft draft) {
    return MessageCreate.text(text(draft)).withComponents(Buttons.of(draft.actions()));
  }

  static MessageEdit edit(Draft draft) {
    return MessageEdit.text(text(draft)).withComponents(Buttons.of(draft.actions()));
  }

  private static String text(Draft draft) {
    return Excerpt.endOf(draft.text(), DiscordLimits.CHAT.text());
  }
}
