package dev.gatehouse.conversation.testing;

import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.chat.platform.AttachedFiles;
import dev.gatehouse.chat.platform.AttachedFiles.Fetched;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discordchat.DiscordEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Discord's payloads read as they are, and its REST side in memory. */
public final class FakeDiscord implements ChatSource {
  /** Our user's id. */
  public static final String OURSELVES = "900";

  private static final Map<String, String> CHANNELS = Map.of("100", "general");
  private static final Map<String, String> ROLES = Map.of("500", "maintainers");

  private final DiscordEvents events;
  private final Map<String, Fetched> files = new HashMap<>();
  private final Set<String> threads = new HashSet<>();
  private final Set<String> unreadable = new HashSet<>();
  private final Map<String, RawJson> written = new LinkedHashMap<>();

  private Runnable onRead = () -> {};

  FakeDiscord(String ourselves) {
    events = new DiscordEvents(Snowflake.of(ourselves));
  }

  /** From now on the channel is a thread. */
  public void thread(String channelId) {
    threads.add(channelId);
  }

  /** Reading the channel fails from now on, or no more. */
  public void unreadable(String channelId, boolean now) {
    if (now) {
      unreadable.add(channelId);
    } else {
      unreadable.remove(channelId);
    }
  }

  /** Does this at the beginning of each reading of a channel from now on. */
  public void onRead(Runnable action) {
    onRead = action;
  }

  /** A message that can be fetched. */
  public void wrote(MessageJson message) {
    written.put(message.id(), message.json());
  }

  @Override
  public boolean isMessage(String eventName) {
    return eventName.equals("MESSAGE_CREATE");
  }

  @Override
  public boolean arrivesOn(Shard shard, Optional<String> guildId) {
    return guildId.map(id -> Shard.ofGuild(id, shard.count()).index()).orElse(0) == shard.index();
  }

  @Override
  public Optional<IncomingMessage> message(RawJson payload, Optional<String> ourRole) {
    return events.message(payload, ourRole);
  }

  @Override
  public Optional<ChatInteraction> interaction(RawJson payload) {
    return DiscordEvents.interaction(payload);
  }

  /** From now on a file lies there. */
  public void file(String address, Fetched what) {
    files.put(address, what);
  }

  /** The files that lie somewhere. */
  public AttachedFiles files() {
    return (file, most) ->
        switch (files.getOrDefault(
            file.address().toString(), new Fetched.Failed("is not given out (HTTP 404)"))) {
          case Fetched.Bytes(byte[] bytes, boolean _) when bytes.length > most ->
              new Fetched.Bytes(Arrays.copyOf(bytes, most), true);
          case Fetched fetched -> fetched;
        };
  }

  /** The channels are 100, which is called general, and 101, of which nothing is known. */
  @Override
  public IncomingMessage withNames(IncomingMessage message, Optional<String> guildId) {
    return DiscordEvents.withNames(
        message,
        id -> Optional.ofNullable(CHANNELS.get(id.toString())),
        id -> Optional.ofNullable(ROLES.get(id.toString())));
  }

  @Override
  public boolean isThread(ConversationId conversation) {
    return threads.contains(conversation.channelId());
  }

  @Override
  public List<IncomingMessage> messagesSince(
      ConversationId conversation, Instant since, boolean direct, int most) {
    onRead.run();
    if (unreadable.contains(conversation.channelId())) {
      throw new IllegalStateException("Discord does not answer");
    }
    return written.values().stream()
        .flatMap(message -> events.message(message, Optional.empty()).stream())
        .filter(message -> !message.sentAt().isBefore(since))
        .filter(message -> message.conversation().equals(conversation))
        .limit(most)
        .toList();
  }
}
