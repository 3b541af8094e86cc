package dev.gatehouse.discordchat;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.discord.model.Component;
import dev.gatehouse.discord.model.FileUpload;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.text.MessageSplitter;
import dev.gatehouse.discord.text.Split;
import java.time.Duration;
import java.util.List;

/** A reply that grows by edits of its first message, and at its end by further messages. */
final class DiscordReply implements Reply {
  private final ReplyClient client;
  private final MessageSplitter splitter;

  DiscordReply(ReplyClient client, MessageSplitter splitter) {
    this.client = client;
    this.splitter = splitter;
  }

  @Override
  public String reference() {
    return client.reference().text();
  }

  @Override
  public Duration show(Draft draft) {
    return DiscordErrors.translated(() -> {
      client.edit(Drafts.edit(draft));
      return client.pace().interval();
    });
  }

  @Override
  public void finish(Draft draft) {
    DiscordErrors.translated(() -> {
      switch (splitter.split(draft.text())) {
        case Split.Parts parts -> finish(parts.texts(), Buttons.of(draft.actions()));
        case Split.AsFile file -> finish(file, Buttons.of(draft.actions()));
      }
      return client;
    });
  }

  /** The buttons belong below the last message. */
  private void finish(List<String> texts, List<Component> buttons) {
    boolean single = texts.size() == 1;
    client.edit(MessageEdit.text(texts.getFirst()).withComponents(single ? buttons : List.of()));
    for (int i = 1; i < texts.size(); i++) {
      boolean last = i == texts.size() - 1;
      MessageCreate message =
          MessageCreate.text(texts.get(i)).withComponents(last ? buttons : List.of());
      client.add(message, nonce(i));
    }
  }

  private void finish(Split.AsFile file, List<Component> buttons) {
    FileUpload upload = new FileUpload(file.fileName(), Split.AsFile.CONTENT_TYPE, file.bytes());
    client.edit(
        MessageEdit.text(file.preview()).withComponents(buttons).withFiles(List.of(upload)));
  }

  /** At most 20 digits, a dash and two more, so within the limit. */
  private String nonce(int part) {
    return client.reference().message() + "-" + part;
  }
}
