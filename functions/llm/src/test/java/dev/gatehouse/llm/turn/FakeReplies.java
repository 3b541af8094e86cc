package dev.gatehouse.llm.turn;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A chat that remembers all that it was shown; opening one key twice is one reply. */
final class FakeReplies implements Replies {
  final List<String> opened = new CopyOnWriteArrayList<>();
  final List<String> resumed = new CopyOnWriteArrayList<>();
  final List<Draft> shown = new CopyOnWriteArrayList<>();
  final List<String> toldElsewhere = new CopyOnWriteArrayList<>();
  final List<Draft> finished = new CopyOnWriteArrayList<>();
  final Queue<ReplyException> openFails = new ArrayDeque<>();
  final Queue<ReplyException> showFails = new ArrayDeque<>();
  final Queue<ReplyException> finishFails = new ArrayDeque<>();
  volatile Runnable onShow = () -> {};

  static ReplyException passing() {
    return new ReplyException("500 of the platform", true, null);
  }

  static ReplyException lasting() {
    return new ReplyException("403: missing access", false, null);
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    fail(openFails.poll());
    opened.add(key);
    shown.add(first);
    return new FakeReply("reply-" + key);
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    resumed.add(reference);
    return Optional.of(new FakeReply(reference));
  }

  @Override
  public boolean tellElsewhere(
      ConversationId conversation, ReplyTarget target, String userId, String key, String text) {
    toldElsewhere.add(userId + ": " + text);
    return true;
  }

  @Override
  public void showTyping(ConversationId conversation) {}

  String lastShown() {
    return shown.isEmpty() ? "" : shown.getLast().text();
  }

  String lastFinished() {
    return finished.isEmpty() ? "" : finished.getLast().text();
  }

  private static void fail(@Nullable ReplyException failure) {
    if (failure != null) {
      throw failure;
    }
  }

  private final class FakeReply implements Reply {
    private final String reference;

    FakeReply(String reference) {
      this.reference = reference;
    }

    @Override
    public String reference() {
      return reference;
    }

    @Override
    public Duration show(Draft draft) {
      fail(showFails.poll());
      onShow.run();
      shown.add(draft);
      return Duration.ZERO;
    }

    @Override
    public void finish(Draft draft) {
      fail(finishFails.poll());
      finished.add(draft);
    }
  }
}
