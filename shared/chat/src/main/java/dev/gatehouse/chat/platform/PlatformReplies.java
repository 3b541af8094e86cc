package dev.gatehouse.chat.platform;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.RecordedReply;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.ReplyTarget.ApiReply;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.ConsoleReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.contracts.text.CodeFences;
import java.util.Optional;

/**
 * Replies on whichever platform the conversation is held. A target outside the chats may belong to
 * a conversation of no platform: nothing is shown then, since the turn's record holds the answer.
 */
public final class PlatformReplies implements Replies, EphemeralReplies {
  private final ChatPlatforms platforms;

  public PlatformReplies(ChatPlatforms platforms) {
    this.platforms = platforms;
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    return replies(conversation, target)
        .map(replies -> replies.open(conversation, target, key, first))
        .orElseGet(RecordedReply::new);
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    return replies(conversation, target)
        .map(replies -> replies.resume(conversation, target, reference))
        .orElseGet(() -> Optional.of(new RecordedReply()));
  }

  @Override
  public void showTyping(ConversationId conversation) {
    platforms.find(conversation.platform()).ifPresent(it -> it.replies().showTyping(conversation));
  }

  /** On a platform that cannot tell one person alone, everybody in the channel is told. */
  @Override
  public void tell(ConversationId conversation, InteractionReply target, String key, String text) {
    ChatPlatform platform = platforms.get(conversation.platform());
    platform
        .ephemeralReplies()
        .ifPresentOrElse(
            replies -> replies.tell(conversation, target, key, text),
            () ->
                platform.replies().open(conversation, new ChannelReply(null), key, Draft.of(text)));
  }

  @Override
  public boolean tellElsewhere(
      ConversationId conversation, ReplyTarget target, String userId, String key, String text) {
    return replies(conversation, target)
        .filter(replies -> replies.tellElsewhere(conversation, target, userId, key, text))
        .isPresent();
  }

  /** Whether a text is shown whole by the first form of a reply. */
  public boolean fitOneMessage(ConversationId conversation, String text) {
    return platforms
        .find(conversation.platform())
        .map(platform -> CodeFences.closed(text).length() <= platform.limits().text())
        .orElse(true);
  }

  /**
   * Checks that a reply can be opened there; asked before work is done for it.
   *
   * @throws dev.gatehouse.contracts.InvalidFieldException when the target lies in a chat whose
   *     platform is not served
   */
  public void requireServed(ConversationId conversation, ReplyTarget target) {
    replies(conversation, target);
  }

  private Optional<Replies> replies(ConversationId conversation, ReplyTarget target) {
    return switch (target) {
      case ChannelReply _, InteractionReply _ ->
          Optional.of(platforms.get(conversation.platform()).replies());
      case ApiReply _, ConsoleReply _ ->
          platforms.find(conversation.platform()).map(ChatPlatform::replies);
    };
  }
}
