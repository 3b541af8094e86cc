package dev.gatehouse.llm.turn;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A chat as a person sees it: what each message shows now. The same key opens one message. */
final class VisibleChat implements Replies {
  private final Map<String, Draft> messages = new LinkedHashMap<>();
  private final AtomicInteger finishFails = new AtomicInteger();
  private volatile Consumer<String> onShow = text -> {};
  private volatile String newest = "";

  /** How often showing a last form fails for now. */
  void failToFinish(int times) {
    finishFails.set(times);
  }

  /** What happens once something is shown. */
  void onShow(Consumer<String> then) {
    onShow = then;
  }

  /** Another worker is at it, which has shown nothing yet. */
  void nextWorker() {
    newest = "";
  }

  /** What the present worker has shown last. */
  String newest() {
    return newest;
  }

  /** The messages by their keys. */
  synchronized Map<String, Draft> messages() {
    return Map.copyOf(messages);
  }

  /** What the only message shows; empty when there is none. */
  synchronized String visible() {
    return messages.values().stream().map(Draft::text).findFirst().orElse("");
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    synchronized (this) {
      messages.putIfAbsent(key, first);
    }
    newest = first.text();
    onShow.accept(first.text());
    return new VisibleReply(key);
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    return Optional.of(new VisibleReply(reference));
  }

  @Override
  public void showTyping(ConversationId conversation) {}

  private synchronized void put(String key, Draft draft) {
    messages.put(key, draft);
  }

  private final class VisibleReply implements Reply {
    private final String key;

    VisibleReply(String key) {
      this.key = key;
    }

    @Override
    public String reference() {
      return key;
    }

    @Override
    public Duration show(Draft draft) {
      put(key, draft);
      newest = draft.text();
      onShow.accept(draft.text());
      return Duration.ZERO;
    }

    @Override
    public void finish(Draft draft) {
      if (finishFails.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new ReplyException("500 of the platform", true, null);
      }
      put(key, draft);
    }
  }
}
