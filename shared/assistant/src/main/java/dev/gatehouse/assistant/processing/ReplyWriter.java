package dev.gatehouse.assistant.processing;

import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.chat.platform.PlatformReplies;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.contracts.ReplyTarget.ApiReply;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.ConsoleReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what became of a request, where its caller looks for it. */
public final class ReplyWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);

  private final PlatformReplies replies;
  private final UnshownAnswers unshown;

  public ReplyWriter(PlatformReplies replies, UnshownAnswers unshown) {
    this.replies = replies;
    this.unshown = unshown;
  }

  /**
   * Shows the text, in its own reply when that is open already.
   *
   * @param opened is told of the reply before anything else is shown in it
   */
  void show(Request request, SavedReply saved, Consumer<SavedReply> opened) {
    Draft draft = Draft.of(saved.text());
    Optional<Reply> shown = resume(request, saved);
    Reply reply = shown.orElseGet(() -> open(request, draft));
    opened.accept(new SavedReply(reply.reference(), saved.text()));
    if (shown.isPresent() || !replies.fitOneMessage(request.conversation(), saved.text())) {
      reply.finish(draft);
    }
  }

  /**
   * Tells the caller alone, as can be told who pressed something, or asks from outside the chats.
   */
  void tellCaller(Request request, String text) {
    switch (request.target()) {
      case InteractionReply target ->
          replies.tell(request.conversation(), target, request.id(), text);
      case ApiReply _, ConsoleReply _ -> open(request, Draft.of(text));
      case ChannelReply _ ->
          throw new IllegalArgumentException(request + " did not come from a button");
    }
  }

  /** The text is for a conversation that is gone or closed to us. */
  void giveUp(Request request, String text, ReplyException why) {
    unshown.add(
        request.conversation(),
        request.target(),
        request.caller().author().id(),
        request.id(),
        text,
        why);
  }

  /** A deferred response shows by itself that we are at it. */
  void showTyping(Request request) {
    if (request.target() instanceof ChannelReply) {
      replies.showTyping(request.conversation());
    }
  }

  /** Says why the answer must wait; that this fails as well is not the news. */
  void apologise(Request request, RuntimeException failure) {
    try {
      replies.open(
          request.conversation(),
          request.target(),
          "sorry-" + request.eventId(),
          Draft.of(unavailable(failure)));
    } catch (ReplyException e) {
      LOG.warn("{} got no apology: {}", request, e.getMessage());
    }
  }

  private Optional<Reply> resume(Request request, SavedReply saved) {
    return saved.reference().isEmpty()
        ? Optional.empty()
        : replies.resume(request.conversation(), request.target(), saved.reference());
  }

  private Reply open(Request request, Draft draft) {
    return replies.open(request.conversation(), request.target(), request.id(), draft);
  }

  /**
   * What is wrong, what happens next, and who can help. True also when what does not answer has
   * taken the question, so that its answer comes all the same.
   */
  private static String unavailable(RuntimeException failure) {
    String what =
        failure instanceof TableUnavailableException
            ? "my memory (the table in `CONVERSATIONS_TABLE`)"
            : "the queue to the language model (`TURNS_QUEUE_URL`)";
    return "⚠️ This takes longer: "
        + what
        + " does not answer. I keep your message and try again for some minutes. If it goes on,"
        + " whoever runs this Gatehouse finds the reason in the log of its conversation function.";
  }
}
