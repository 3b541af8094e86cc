package dev.gatehouse.conversation.answer;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.chat.reply.Whispers;
import dev.gatehouse.contracts.ReplyTarget.ApiReply;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.ConsoleReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows answers that are there at once. */
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** What fits one message on every platform; only what is longer has to be split. */
  private static final int ONE_MESSAGE = 1500;

  private final Replies replies;
  private final Whispers whispers;

  public Answers(Replies replies, Whispers whispers) {
    this.replies = replies;
    this.whispers = whispers;
  }

  /** Shows the answer, in its own reply when that is open already. */
  void say(Request request, SavedAnswer answer, Consumer<SavedAnswer> opened) {
    Draft draft = Draft.of(answer.text());
    Optional<Reply> shown = resume(request, answer);
    Reply reply = shown.orElseGet(() -> open(request, draft));
    opened.accept(new SavedAnswer(reply.reference(), answer.text()));
    if (shown.isPresent() || answer.text().length() > ONE_MESSAGE) {
      reply.finish(draft);
    }
  }

  /** Tells the caller alone; only who pressed something can be told so. */
  void whisper(Request request, String text) {
    switch (request.target()) {
      case InteractionReply target -> whispers.whisper(target, text);
      case ChannelReply _, ApiReply _, ConsoleReply _ ->
          throw new IllegalArgumentException(request + " did not come from a button");
    }
  }

  /** A deferred response shows by itself that we are at it. */
  void typing(Request request) {
    if (request.target() instanceof ChannelReply) {
      replies.showTyping(request.conversation());
    }
  }

  /** Says why the answer must wait; that this fails as well is not the news. */
  void apologise(Request request, String excuse) {
    try {
      replies.open(
          request.conversation(), request.target(), "sorry-" + request.eventId(), Draft.of(excuse));
    } catch (ReplyException e) {
      LOG.warn("{} got no apology: {}", request, e.getMessage());
    }
  }

  private Optional<Reply> resume(Request request, SavedAnswer answer) {
    return answer.reference().isEmpty()
        ? Optional.empty()
        : replies.resume(request.conversation(), request.target(), answer.reference());
  }

  private Reply open(Request request, Draft draft) {
    return replies.open(request.conversation(), request.target(), request.id(), draft);
  }
}
