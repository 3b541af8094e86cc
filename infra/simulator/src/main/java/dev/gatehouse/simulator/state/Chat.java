package dev.gatehouse.simulator.state;

import java.util.List;
import java.util.Optional;

/** Sends, edits and deletes messages, and what belongs to them. */
public final class Chat {
  private final World world;

  /** In the given world. */
  public Chat(World world) {
    this.world = world;
  }

  /** Sends a message. */
  public Message post(Channel channel, MessageOrigin origin, MessageBody body) {
    return world.with(() -> {
      Message message =
          new Message(
              world.nextId(),
              channel.id(),
              channel.guildId(),
              origin,
              body,
              world.now(),
              null,
              false,
              null,
              List.of());
      add(channel, message);
      return message;
    });
  }

  /** Keeps a message that somebody else announces. */
  public void keep(Message message) {
    world.change(() -> world.messages().put(message));
  }

  private void add(Channel channel, Message message) {
    world.messages().put(message);
    current(channel).ifPresent(now -> world.directory().put(now.withLastMessage(message.id())));
    world.publish(new WorldEvent.MessageCreated(message));
  }

  private Optional<Channel> current(Channel channel) {
    return world.directory().channel(channel.id());
  }

  /** Changes what a message says. The message counts as edited from now on. */
  public Message edit(Message message, MessageBody body) {
    return world.with(() -> replace(latest(message).edited(body, world.now())));
  }

  /** Puts what a deferred response announced in its place; that is no edit. */
  public Message fulfil(Message message, MessageBody body) {
    return world.with(() -> replace(latest(message).edited(body, null)));
  }

  /** Puts a message in the place of its older self. */
  Message replace(Message message) {
    world.messages().put(message);
    world.publish(new WorldEvent.MessageUpdated(message));
    return message;
  }

  /** Deletes a message. */
  public void delete(Message message) {
    world.change(() -> {
      if (world.messages().remove(message)) {
        world.publish(new WorldEvent.MessageDeleted(message));
      }
    });
  }

  /** Adds a user's reaction or takes it away. */
  public void react(Message message, String emoji, long userId, boolean added) {
    world.change(() -> {
      Message changed = latest(message).reacted(emoji, userId, added);
      world.messages().put(changed);
      world.publish(new WorldEvent.ReactionChanged(changed, emoji, userId, added));
    });
  }

  /** Pins a message or takes the pin out. */
  public void pin(Channel channel, Message message, boolean pinned) {
    world.change(() -> {
      replace(latest(message).pinned(pinned));
      world.publish(new WorldEvent.PinsUpdated(channel));
    });
  }

  /** Somebody types. */
  public void type(Channel channel, User user) {
    world.publish(new WorldEvent.TypingStarted(channel, user));
  }

  private Message latest(Message message) {
    return world.messages().find(message.channelId(), message.id()).orElse(message);
  }
}
