package dev.gatehouse.simulator.state;

import org.jspecify.annotations.Nullable;

/**
 * A person or a bot.
 *
 * @param username unique, lower case
 * @param globalName the display name
 */
public record User(long id, String username, @Nullable String globalName, boolean bot) {}
