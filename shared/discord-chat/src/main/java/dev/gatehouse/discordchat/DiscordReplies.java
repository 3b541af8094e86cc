package dev.gatehouse.discordchat;

import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.RecordedReply;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.ReplyTarget.ApiReply;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.ConsoleReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.discord.model.Emoji;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageFlags;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.DiscordException;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.Routes;
import dev.gatehouse.discord.text.MessageSplitter;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replies on Discord. A message is sent with an enforced nonce, so that opening the same reply
 * again within minutes yields the same message (<a
 * href="https://docs.discord.com/developers/resources/message#create-message">nonce</a>). Nobody is
 * notified but the author of the message replied to.
 */
public final class DiscordReplies implements Replies, EphemeralReplies {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordReplies.class);

  private static final Emoji UNANSWERED = Emoji.unicode("⚠️");
  private static final String NOT_SHOWN = "⚠️ I cannot answer in <#%s>, where you asked.\n\n%s";
  private static final String NO_ANSWER =
      "*There is no answer yet. Whoever looks after the server can let me write there, or ask me"
          + " here.*";

  private final DiscordRest rest;
  private final MessageSender sender;
  private final InstantSource clock;
  private final MessageSplitter splitter;

  /** Replies through the given client; the clock tells when an interaction's token is over. */
  public DiscordReplies(DiscordRest rest, InstantSource clock) {
    this(rest, clock, MessageSplitter.forDiscord());
  }

  DiscordReplies(DiscordRest rest, InstantSource clock, MessageSplitter splitter) {
    this.rest = rest;
    this.sender = new MessageSender(rest);
    this.clock = clock;
    this.splitter = splitter;
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    return DiscordErrors.translated(() ->
        switch (target) {
          case ChannelReply reply ->
              new DiscordReply(send(conversation, reply, key, first), splitter);
          case InteractionReply reply ->
              new DiscordReply(respond(conversation, reply, key, first), splitter);
          case ApiReply _, ConsoleReply _ -> new RecordedReply();
        });
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    return switch (target) {
      case ChannelReply _, InteractionReply _ ->
          ReplyReference.parse(reference)
              .flatMap(known -> client(conversation, target, known))
              .map(client -> new DiscordReply(client, splitter));
      case ApiReply _, ConsoleReply _ -> Optional.of(new RecordedReply());
    };
  }

  /** Left out when the limit has nothing left: an answer is not kept waiting for it. */
  @Override
  public void showTyping(ConversationId conversation) {
    Snowflake channel = channel(conversation);
    if (rest.pace(Routes.triggerTyping(channel)).remaining() < 1) {
      return;
    }
    try {
      rest.triggerTyping(channel);
    } catch (DiscordException e) {
      LOG.debug("no typing indicator in {}: {}", conversation.key(), e.getMessage());
    }
  }

  @Override
  public void tell(ConversationId conversation, InteractionReply target, String key, String text) {
    MessageCreate message = Drafts.create(Draft.of(text)).withFlags(MessageFlags.EPHEMERAL);
    DiscordErrors.translated(() -> sender.followUp(target, message));
  }

  /** In a direct message; where that is not taken, a mark on the question says so. */
  @Override
  public boolean tellElsewhere(
      ConversationId conversation, ReplyTarget target, String userId, String key, String text) {
    return switch (target) {
      case ChannelReply reply ->
          toldDirectly(conversation, userId, key, text) || marked(conversation, reply);
      case InteractionReply _ -> toldDirectly(conversation, userId, key, text);
      case ApiReply _, ConsoleReply _ -> false;
    };
  }

  private boolean toldDirectly(
      ConversationId conversation, String userId, String key, String text) {
    try {
      Snowflake direct = rest.createDm(Snowflake.of(userId)).id();
      if (direct.equals(channel(conversation))) {
        return false;
      }
      String what =
          NOT_SHOWN.formatted(conversation.channelId(), text.isBlank() ? NO_ANSWER : text);
      ChannelReply here = new ChannelReply(null);
      ConversationId there = new ConversationId(conversation.platform(), direct.toString());
      new DiscordReply(send(there, here, "direct-" + key, Draft.of(what)), splitter)
          .finish(Draft.of(what));
      return true;
    } catch (DiscordException | ReplyException e) {
      LOG.info("no direct message about {}: {}", conversation.key(), e.getMessage());
      return false;
    }
  }

  private boolean marked(ConversationId conversation, ChannelReply target) {
    if (target.messageId() == null) {
      return false;
    }
    try {
      rest.addReaction(channel(conversation), Snowflake.of(target.messageId()), UNANSWERED);
      return true;
    } catch (DiscordException e) {
      LOG.info("no mark on the question in {}: {}", conversation.key(), e.getMessage());
      return false;
    }
  }

  private ReplyClient send(
      ConversationId conversation, ChannelReply target, String key, Draft first) {
    MessageCreate message = Drafts.create(first).withNonce(Nonce.of(key));
    String repliedTo = target.messageId();
    Message sent =
        sender.create(
            channel(conversation),
            repliedTo == null ? message : message.replyingTo(Snowflake.of(repliedTo)));
    return new ChannelReplyClient(sender, channel(conversation), sent.id());
  }

  private ReplyClient respond(
      ConversationId conversation, InteractionReply target, String key, Draft first) {
    if (!target.ephemeral() && !clock.instant().isBefore(target.expiresAt())) {
      return send(conversation, new ChannelReply(null), key, first);
    }
    try {
      Message original = sender.respond(target, Drafts.edit(first));
      boolean ephemeral = target.ephemeral() || original.flags().has(MessageFlags.EPHEMERAL);
      return responded(conversation, target, original.id(), ephemeral);
    } catch (DiscordApiException e) {
      if (target.ephemeral() || !DiscordErrors.tokenIsOver(e)) {
        throw e;
      }
      return send(conversation, new ChannelReply(null), key, first);
    }
  }

  private Optional<ReplyClient> client(
      ConversationId conversation, ReplyTarget target, ReplyReference known) {
    return switch (known.kind()) {
      case CHANNEL ->
          Optional.of(new ChannelReplyClient(sender, channel(conversation), known.message()));
      case ORIGINAL ->
          target instanceof InteractionReply reply
              ? Optional.of(
                  responded(
                      conversation, reply, known.message(), known.ephemeral() || reply.ephemeral()))
              : Optional.empty();
    };
  }

  private ReplyClient responded(
      ConversationId conversation, InteractionReply target, Snowflake original, boolean ephemeral) {
    ChannelReplyClient inChannel = new ChannelReplyClient(sender, channel(conversation), original);
    return new InteractionReplyClient(sender, clock, target, inChannel, ephemeral);
  }

  private static Snowflake channel(ConversationId conversation) {
    return Snowflake.of(conversation.channelId());
  }
}
