package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageQuery;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordApiException;
import dev.gatehouse.discord.rest.DiscordRest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Discord as a source of messages and interactions. */
final class DiscordSource implements ChatSource {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordSource.class);
  private static final int PAGE = 100;

  private final DiscordRest rest;
  private final DiscordNames names;
  private @Nullable DiscordEvents events;

  DiscordSource(DiscordRest rest, InstantSource clock) {
    this.rest = rest;
    this.names = new DiscordNames(rest, clock);
  }

  @Override
  public boolean isMessage(String eventName) {
    return eventName.equals("MESSAGE_CREATE");
  }

  @Override
  public Optional<IncomingMessage> message(RawJson payload, Optional<String> ourRole) {
    return events().message(payload, ourRole);
  }

  @Override
  public Optional<ChatInteraction> interaction(RawJson payload) {
    return DiscordEvents.interaction(payload);
  }

  @Override
  public IncomingMessage withNames(IncomingMessage message, Optional<String> guildId) {
    return guildId
        .map(Snowflake::of)
        .map(guild ->
            DiscordEvents.withNames(
                message, id -> names.channel(guild, id), id -> names.role(guild, id)))
        .orElse(message);
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
                .flatMap(message -> events().message(message, direct).stream())
                .toList(),
        List.of());
  }

  /** What happens outside of any server arrives on shard 0. */
  @Override
  public boolean arrivesOn(Shard shard, Optional<String> guildId) {
    return guildId
        .map(id -> Shard.ofGuild(id, shard.count()))
        .orElseGet(() -> new Shard(0, shard.count()))
        .equals(shard);
  }

  /** Our own user's id is fetched with the first payload: a start needs no network. */
  private synchronized DiscordEvents events() {
    DiscordEvents known = events == null ? new DiscordEvents(rest.currentUser().id()) : events;
    events = known;
    return known;
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
