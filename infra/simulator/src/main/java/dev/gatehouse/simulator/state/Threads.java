package dev.gatehouse.simulator.state;

import java.util.List;

/**
 * Opens threads.
 *
 * @see <a href="https://discord.com/developers/docs/topics/threads">Threads</a>
 */
public final class Threads {
  private final World world;
  private final Chat chat;

  /** In the given world. */
  public Threads(World world) {
    this.world = world;
    this.chat = new Chat(world);
  }

  /** What a thread is to be. */
  public record Plan(ChannelType type, String name, long ownerId, int archiveMinutes) {}

  /** A thread below a message, whose id it shares. */
  public Channel openFrom(Channel parent, Message message, Plan plan) {
    return world.with(() -> {
      Channel thread = put(message.id(), parent, plan);
      chat.replace(message.withThread(thread.id()));
      return thread;
    });
  }

  /** A thread of its own, announced in its channel when it is public. */
  public Channel open(Channel parent, Plan plan, User owner) {
    return world.with(() -> {
      Channel thread = put(world.nextId(), parent, plan);
      if (plan.type() == ChannelType.PUBLIC_THREAD) {
        announce(parent, thread, owner);
      }
      return thread;
    });
  }

  private Channel put(long id, Channel parent, Plan plan) {
    Channel thread =
        Channel.thread(
            id,
            plan.type(),
            parent,
            plan.name(),
            plan.ownerId(),
            plan.archiveMinutes(),
            world.now());
    world.directory().put(thread);
    world.publish(new WorldEvent.ThreadCreated(thread));
    return thread;
  }

  private void announce(Channel parent, Channel thread, User owner) {
    MessageReference reference =
        new MessageReference(thread.id(), thread.id(), thread.guildId(), false);
    MessageOrigin origin =
        new MessageOrigin(
            owner, MessageType.THREAD_CREATED, null, null, reference, null, null, null);
    chat.post(parent, origin, MessageBody.text(thread.name()));
  }

  /** The threads of a channel that are not archived. */
  public List<Channel> active(long guildId) {
    return world.with(() ->
        world.directory().threadsOf(guildId).stream()
            .filter(thread -> !thread.archived())
            .toList());
  }
}
