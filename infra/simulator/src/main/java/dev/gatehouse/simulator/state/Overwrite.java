package dev.gatehouse.simulator.state;

/**
 * What a channel allows or denies to a role or a member, whatever their roles say.
 *
 * @param id the role's or the member's
 */
public record Overwrite(long id, boolean ofMember, long allow, long deny) {}
