package dev.gatehouse.testkit.chat;

import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.chat.platform.AttachedFiles;
import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.chat.platform.PlatformLimits;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.EphemeralReplies;
import dev.gatehouse.chat.reply.RecordedReply;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A platform on which nothing happens, and that lists the first form of each reply. */
public class SilentPlatform implements ChatPlatform, ChatSource, Replies {
  private final Platform name;
  private final List<String> opened = new ArrayList<>();

  /** A platform of that name. */
  public SilentPlatform(Platform name) {
    this.name = name;
  }

  /** The texts that replies were opened with. */
  public final List<String> opened() {
    return List.copyOf(opened);
  }

  @Override
  public final Platform name() {
    return name;
  }

  @Override
  public final ChatSource source() {
    return this;
  }

  @Override
  public final Replies replies() {
    return this;
  }

  @Override
  public Optional<EphemeralReplies> ephemeralReplies() {
    return Optional.empty();
  }

  @Override
  public AttachedFiles files() {
    return (_, _) -> new AttachedFiles.Fetched.Failed("is nowhere");
  }

  @Override
  public PlatformLimits limits() {
    return new PlatformLimits(100, 0, 0, 0, 10, 10, Duration.ZERO);
  }

  @Override
  public Reply open(ConversationId conversation, ReplyTarget target, String key, Draft first) {
    opened.add(first.text());
    return new RecordedReply();
  }

  @Override
  public Optional<Reply> resume(ConversationId conversation, ReplyTarget target, String reference) {
    return Optional.empty();
  }

  @Override
  public void showTyping(ConversationId conversation) {
    opened.add("typing");
  }

  @Override
  public boolean isMessage(String eventName) {
    return false;
  }

  @Override
  public Optional<IncomingMessage> message(RawJson payload, Optional<String> ourRole) {
    return Optional.empty();
  }

  @Override
  public Optional<ChatInteraction> interaction(RawJson payload) {
    return Optional.empty();
  }

  @Override
  public IncomingMessage withNames(IncomingMessage message, Optional<String> guildId) {
    return message;
  }

  @Override
  public boolean isThread(ConversationId conversation) {
    return false;
  }

  @Override
  public List<IncomingMessage> messagesSince(
      ConversationId conversation, Instant since, boolean direct, int most) {
    return List.of();
  }

  @Override
  public boolean arrivesOn(Shard shard, Optional<String> guildId) {
    return true;
  }
}
