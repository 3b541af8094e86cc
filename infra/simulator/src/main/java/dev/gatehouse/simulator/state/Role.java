package dev.gatehouse.simulator.state;

import org.jspecify.annotations.Nullable;

/**
 * A role of a guild.
 *
 * @param color 0 for none
 * @param position a role manages those that stand below it; everyone's is 0
 * @param hoist whether its members are listed apart
 * @param mentionable whether anybody may mention it
 * @param botId the bot that the role came with
 */
public record Role(
    long id,
    String name,
    int color,
    int position,
    long permissions,
    boolean hoist,
    boolean mentionable,
    @Nullable Long botId) {}
