package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A thread to start from a message.
 *
 * @param name 1 to 100 characters
 * @param autoArchiveDuration minutes of silence until it is archived: 60, 1440, 4320 or 10080; null
 *     for the default of the channel
 * @see <a
 *     href="https://docs.discord.com/developers/resources/channel#start-thread-from-message">Start
 *     thread from message</a>
 */
public record ThreadStart(String name, @Nullable Integer autoArchiveDuration) {
  public static ThreadStart named(String name) {
    return new ThreadStart(name, null);
  }
}
