package dev.gatehouse.conversation.adapter;

import dev.gatehouse.chat.message.Call;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.conversation.port.ChatSource;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageQuery;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discordchat.DiscordEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord as a source of messages and calls. */
public final class DiscordChat implements ChatSource {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordChat.class);
  private static final int PAGE = 100;

  private final DiscordRest rest;
  private final Supplier<DiscordEvents> events;

  /**
   * Discord through the given client.
   *
   * @param events asked for with the first payload, since our own user id must be fetched for it
   */
  public DiscordChat(DiscordRest rest, Supplier<DiscordEvents> events) {
    this.rest = rest;
    this.events = events;
  }

  @Override
  public Optional<IncomingMessage> message(RawJson payload) {
    return events.get().message(payload);
  }

  @Override
  public Call call(RawJson payload) {
    return DiscordEvents.call(payload);
  }

  @Override
  public boolean isThread(ConversationId conversation) {
    return seen(conversation, () -> rest.channel(channel(conversation)).type().isThread(), false);
  }

  @Override
  public List<IncomingMessage> messagesSince(
      ConversationId conversation, Instant since, boolean direct, int most) {
    return seen(
        conversation,
        () ->
            pages(channel(conversation), before(since), most).stream()
                .flatMap(message -> events.get().message(message, direct).stream())
                .toList(),
        List.of());
  }

  /** Each page holds the messages next to the bound, newest first. */
  private List<Message> pages(Snowflake channel, Snowflake after, int most) {
    List<Message> all = new ArrayList<>();
    Snowflake last = after;
    while (all.size() < most) {
      List<Message> page = rest.messages(channel, MessageQuery.after(last, PAGE));
      page.stream().sorted(Comparator.comparing(Message::id)).forEach(all::add);
      if (page.size() < PAGE) {
        break;
      }
      last = all.getLast().id();
    }
    if (all.size() >= most) {
      LOG.warn("channel {}: only the first {} messages are read, there may be more", channel, most);
    }
    return all.subList(0, Math.min(most, all.size()));
  }

  /** A channel that is gone or closed to us is empty; other failures may pass. */
  private static <T> T seen(ConversationId conversation, Supplier<T> call, T otherwise) {
    try {
      return call.get();
    } catch (DiscordApiException e) {
      if (e.status() != 403 && e.status() != 404) {
        throw e;
      }
      LOG.info("{} cannot be seen: {}", conversation.key(), e.getMessage());
      return otherwise;
    }
  }

  /** The last id that cannot have been made at that time or later. */
  private static Snowflake before(Instant time) {
    return Snowflake.of(Math.max(0, Snowflake.at(time).value() - 1));
  }

  private static Snowflake channel(ConversationId conversation) {
    return Snowflake.of(conversation.channelId());
  }
}
