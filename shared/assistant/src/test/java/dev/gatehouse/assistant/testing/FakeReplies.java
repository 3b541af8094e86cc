package dev.gatehouse.assistant.testing;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replies in memory, which show the same reply once for the same key, as a platform does. */
public final class FakeReplies implements Replies, EphemeralReplies {
  /** Stands for the end of the process: no code of ours handles it. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** One reply. */
  public record Shown(ConversationId conversation, ReplyTarget target, String text) {}

  private final Map<String, Shown> shown = new LinkedHashMap<>();
  private final List<String> toldElsewhere = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<ConversationId> typing = new ArrayList<>();
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private boolean crashes;
  private Runnable afterOpening = () -> {};

  /** The process dies in the next call that shows something, after it was shown. */
  public void crashNext() {
    crashes = true;
  }

  /** What happens once a reply is there. */
  public void afterOpening(Runnable action) {
    afterOpening = action;
  }

  /** The next calls that show something throw these, one each. */
  public void failNext(RuntimeException... next) {
    failures.addAll(List.of(next));
  }

  /** The texts of all replies, in the order of their opening. */
  public List<String> texts() {
    return shown.values().stream().map(Shown::text).toList();
  }

  /** The only reply. */
  public Shown only() {
    if (shown.size() != 1) {
      throw new AssertionError("expected one reply, were " + texts());
    }
    return shown.values().iterator().next();
  }

  /** What one person alone was told. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /** Where typing was shown. */
  public List<ConversationId> typing() {
    return List.copyOf(typing);
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    fail();
    if (key.length() > 25) {
      throw new AssertionError("key: Discord takes at most 25 characters, was " + key);
    }
    shown.putIfAbsent(key, new Shown(conversation, target, first.text()));
    if (crashes) {
      crashes = false;
      throw new Crash();
    }
    afterOpening.run();
    return new FakeReply(key);
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    return shown.containsKey(reference) ? Optional.of(new FakeReply(reference)) : Optional.empty();
  }

  @Override
  public void showTyping(ConversationId conversation) {
    typing.add(conversation);
  }

  @Override
  public void tell(ConversationId conversation, InteractionReply target, String key, String text) {
    fail();
    notices.add(text);
  }

  /** The texts that could not be shown, in the order of their telling. */
  public List<String> toldElsewhere() {
    return List.copyOf(toldElsewhere);
  }

  @Override
  public boolean tellElsewhere(
      ConversationId conversation, ReplyTarget target, String userId, String key, String text) {
    toldElsewhere.add(userId + ": " + text);
    return true;
  }

  private void fail() {
    if (!failures.isEmpty()) {
      throw failures.remove();
    }
  }

  /** A failure that may pass. */
  public static ReplyException passing() {
    return new ReplyException("the platform is overloaded", true, null);
  }

  /** A failure that stays. */
  public static ReplyException lasting() {
    return new ReplyException("the channel is gone", false, null);
  }

  private final class FakeReply implements Reply {
    private final String key;

    FakeReply(String key) {
      this.key = key;
    }

    @Override
    public String reference() {
      return key;
    }

    @Override
    public Duration show(Draft draft) {
      finish(draft);
      return Duration.ZERO;
    }

    @Override
    public void finish(Draft draft) {
      fail();
      shown.computeIfPresent(
          key, (k, old) -> new Shown(old.conversation(), old.target(), draft.text()));
    }
  }
}
