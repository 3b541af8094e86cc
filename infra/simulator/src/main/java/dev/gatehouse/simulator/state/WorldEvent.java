package dev.gatehouse.simulator.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What happened, in the order in which it did. */
public sealed interface WorldEvent {
  /** A message was sent. */
  record MessageCreated(Message message) implements WorldEvent {}

  /** A channel has many more messages, which the sessions have heard of one by one. */
  record MessagesAdded(Channel channel) implements WorldEvent {}

  /** A message is different. */
  record MessageUpdated(Message message) implements WorldEvent {}

  /** A message is gone. */
  record MessageDeleted(Message message) implements WorldEvent {}

  /** Somebody reacted, or took it back. */
  record ReactionChanged(Message message, String emoji, long userId, boolean added)
      implements WorldEvent {}

  /** The pins of a channel changed. */
  record PinsUpdated(Channel channel) implements WorldEvent {}

  /** Somebody types. */
  record TypingStarted(Channel channel, User user) implements WorldEvent {}

  /** A channel was made. */
  record ChannelCreated(Channel channel) implements WorldEvent {}

  /** A channel is different. */
  record ChannelUpdated(Channel channel) implements WorldEvent {}

  /** A channel is gone. */
  record ChannelDeleted(Channel channel) implements WorldEvent {}

  /** A thread was opened. */
  record ThreadCreated(Channel thread) implements WorldEvent {}

  /** Somebody joined a guild. */
  record MemberJoined(Guild guild, Member member) implements WorldEvent {}

  /** Somebody has other roles. */
  record MemberUpdated(Guild guild, Member member) implements WorldEvent {}

  /** A role is new or different. */
  record RoleChanged(Guild guild, Role role, boolean isNew) implements WorldEvent {}

  /** A bot joined a guild. */
  record GuildJoined(Guild guild, Application application) implements WorldEvent {}

  /** An application's commands changed. */
  record CommandsChanged(Application application) implements WorldEvent {}

  /** An application's endpoint or connection changed. */
  record ApplicationChanged(Application application) implements WorldEvent {}

  /** An interaction came a step further; the JSON is the page's. */
  record InteractionChanged(long userId, ObjectNode state) implements WorldEvent {}

  /** An application opened a dialogue; the JSON is the page's. */
  record ModalOpened(long userId, ObjectNode modal) implements WorldEvent {}

  /** Everything is back at the start; the applications are those that were dropped. */
  record Reset(List<Application> dropped) implements WorldEvent {}
}
