package dev.gatehouse.llm;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A chat that lists what it was shown. */
public final class ListedReplies implements Replies {
  public final List<String> opened = new CopyOnWriteArrayList<>();
  public final List<String> shown = new CopyOnWriteArrayList<>();
  public final List<String> finished = new CopyOnWriteArrayList<>();

  /** As if Discord alone were served. */
  void requireServed(TurnRequested turn) {
    if (!turn.platform().equals(new Platform("discord"))) {
      throw new InvalidFieldException("platform", turn.platform() + " is not served here");
    }
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    opened.add(first.text());
    return new ListedReply(key);
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    return Optional.of(new ListedReply(reference));
  }

  @Override
  public void showTyping(ConversationId conversation) {}

  private final class ListedReply implements Reply {
    private final String reference;

    ListedReply(String reference) {
      this.reference = reference;
    }

    @Override
    public String reference() {
      return reference;
    }

    @Override
    public Duration show(Draft draft) {
      shown.add(draft.text());
      return Duration.ZERO;
    }

    @Override
    public void finish(Draft draft) {
      finished.add(draft.text());
    }
  }
}
