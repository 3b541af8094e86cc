package dev.gatehouse.simulator.control;

import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Many messages in many channels, as fast as the connections take them. The open pages hear now and
 * then which channels have news, and read those that they show.
 */
final class Firehose {
  private static final int LARGEST_BATCH = 64;
  private static final int BATCHES_A_SECOND = 1000;
  private static final int VARIANTS = 8;
  private static final long TELL_NANOS = 250_000_000L;
  private static final long NANOS = 1_000_000_000L;

  private final World world;
  private final Gateway gateway;
  private final MessageJson json;
  private final Guilds guilds;
  private final Chat chat;
  private final RandomGenerator random;
  private final LongSupplier nanoTime;

  /** Channels whose news the pages have not heard of. Used under the world's lock. */
  private final Set<Channel> news = new HashSet<>();

  Firehose(
      World world,
      Gateway gateway,
      MessageJson json,
      RandomGenerator random,
      LongSupplier nanoTime) {
    this.world = world;
    this.gateway = gateway;
    this.json = json;
    this.guilds = new Guilds(world);
    this.chat = new Chat(world);
    this.random = random;
    this.nanoTime = nanoTime;
  }

  /** Sends it all; answers how many seconds that took. */
  double run(FirehoseOrder order) throws InterruptedException {
    List<FirehoseTemplate> templates = world.with(() -> templates(order));
    long start = nanoTime.getAsLong();
    long told = start;
    int batch = batch(order.rate());
    for (long sent = 0; sent < order.count(); sent += batch) {
      pace(order, start, sent);
      gateway.backpressure().awaitRoom();
      sendBatch(templates, (int) Math.min(batch, order.count() - sent));
      if (nanoTime.getAsLong() - told > TELL_NANOS) {
        told = nanoTime.getAsLong();
        tellPages();
      }
    }
    tellPages();
    return (nanoTime.getAsLong() - start) / (double) NANOS;
  }

  /** Small enough that what has a rate comes evenly, as far as a timer can tell. */
  private static int batch(long rate) {
    return rate == 0 ? LARGEST_BATCH : Math.clamp(rate / BATCHES_A_SECOND, 1, LARGEST_BATCH);
  }

  private void pace(FirehoseOrder order, long start, long sent) {
    if (order.rate() > 0) {
      long due = start + sent * NANOS / order.rate();
      for (long wait = due - nanoTime.getAsLong(); wait > 0; wait = due - nanoTime.getAsLong()) {
        LockSupport.parkNanos(wait);
      }
    }
  }

  private void sendBatch(List<FirehoseTemplate> templates, int size) {
    world.change(() -> {
      Instant now = world.now();
      String time = Times.text(now);
      for (int i = 0; i < size; i++) {
        FirehoseTemplate template = templates.get(random.nextInt(templates.size()));
        long id = world.nextId();
        chat.keep(template.message(id, now));
        news.add(template.channel());
        gateway.dispatch(template.prepared(id, time));
      }
    });
  }

  private void tellPages() {
    world.change(() -> {
      news.forEach(channel -> world.publish(new WorldEvent.MessagesAdded(channel)));
      news.clear();
    });
  }

  private List<FirehoseTemplate> templates(FirehoseOrder order) {
    List<User> people = world.directory().people();
    List<FirehoseTemplate> templates = new ArrayList<>();
    for (Channel channel : channels(order)) {
      for (int variant = 0; variant < VARIANTS; variant++) {
        User author = people.get(random.nextInt(people.size()));
        templates.add(FirehoseTemplate.of(channel, author, order.size(), random.nextInt(), json));
      }
    }
    return templates;
  }

  private List<Channel> channels(FirehoseOrder order) {
    List<Guild> over = guilds(order.guilds());
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < order.channels(); i++) {
      channels.add(channel(over.get(i % over.size()), "firehose-" + i));
    }
    return channels;
  }

  private List<Guild> guilds(int count) {
    List<Guild> all = new ArrayList<>(world.directory().guilds());
    while (all.size() < count) {
      long owner = world.directory().people().getFirst().id();
      all.add(guilds.found("Guild " + (all.size() + 1), owner));
    }
    return all.subList(0, count);
  }

  private Channel channel(Guild guild, String name) {
    return world.directory().channelsOf(guild.id()).stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseGet(() -> guilds.openChannel(guild, ChannelType.GUILD_TEXT, name));
  }
}
