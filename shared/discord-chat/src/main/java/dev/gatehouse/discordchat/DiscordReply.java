package dev.gatehouse.discordchat;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.discord.model.Component;
import dev.gatehouse.discord.model.FileUpload;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.ErrorCode;
import dev.gatehouse.discord.text.MessageSplitter;
import dev.gatehouse.discord.text.Split;
import java.time.Duration;
import java.util.List;

/** A reply that grows by edits of its first message, and at its end by further messages. */
final class DiscordReply implements Reply {
  /** For a file that is not taken: enough messages for any answer that a model writes. */
  private static final MessageSplitter WITHOUT_A_FILE =
      new MessageSplitter(DiscordLimits.CHAT.text(), 60, "answer.md");

  private static final String NOT_ALL =
      "⚠️ *The rest of this answer was too long for messages, and Discord did not take it as a"
          + " file.*";

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
      try {
        client.edit(Drafts.edit(draft));
      } catch (DiscordApiException e) {
        if (!isOutOfReach(e)) {
          throw e;
        }
      }
      return client.pace().interval();
    });
  }

  @Override
  public void finish(Draft draft) {
    DiscordErrors.translated(() -> {
      switch (splitter.split(draft.text())) {
        case Split.Parts parts -> finish(parts.texts(), Buttons.of(draft.actions()));
        case Split.AsFile file -> finish(draft.text(), file, Buttons.of(draft.actions()));
      }
      return client;
    });
  }

  /** The buttons belong below the last message. */
  private void finish(List<String> texts, List<Component> buttons) {
    boolean single = texts.size() == 1;
    show(MessageEdit.text(texts.getFirst()).withComponents(single ? buttons : List.of()));
    for (int i = 1; i < texts.size(); i++) {
      boolean last = i == texts.size() - 1;
      MessageCreate message =
          MessageCreate.text(texts.get(i)).withComponents(last ? buttons : List.of());
      client.add(message, nonce(i));
    }
  }

  /** Where Discord takes no file, the text stands in as many messages as it needs. */
  private void finish(String text, Split.AsFile file, List<Component> buttons) {
    FileUpload upload = new FileUpload(file.fileName(), Split.AsFile.CONTENT_TYPE, file.bytes());
    try {
      show(MessageEdit.text(file.preview()).withComponents(buttons).withFiles(List.of(upload)));
    } catch (DiscordApiException e) {
      if (!DiscordErrors.refusesFiles(e)) {
        throw e;
      }
      switch (WITHOUT_A_FILE.split(text)) {
        case Split.Parts parts -> finish(parts.texts(), buttons);
        case Split.AsFile cut -> finish(List.of(cut.preview(), NOT_ALL), buttons);
      }
    }
  }

  /** The last form of the first message, which is sent anew where that one cannot be changed. */
  private void show(MessageEdit last) {
    try {
      client.edit(last);
    } catch (DiscordApiException e) {
      if (!isOutOfReach(e)) {
        throw e;
      }
      client.add(
          MessageCreate.text(String.valueOf(last.content()))
              .withComponents(last.components() == null ? List.of() : last.components())
              .withFiles(last.files()),
          nonce(0));
    }
  }

  /** The messages of an archived thread cannot be changed, and one of no known id is not found. */
  private boolean isOutOfReach(DiscordApiException e) {
    boolean unknown = client.reference().message().equals(Snowflake.UNKNOWN);
    return e.code() == ErrorCode.THREAD_ARCHIVED
        || (unknown && e.code() == ErrorCode.UNKNOWN_MESSAGE);
  }

  /** At most 20 digits, a dash and two more, so within the limit. */
  private String nonce(int part) {
    return client.reference().message() + "-" + part;
  }
}
