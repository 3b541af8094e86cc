package dev.gatehouse.discord.model;

/**
 * The budget of IDENTIFY.
 *
 * @param total how many a day
 * @param remaining how many are left
 * @param resetAfter milliseconds until the budget is whole again
 * @param maxConcurrency how many may start in 5 seconds
 */
public record SessionStartLimit(int total, int remaining, long resetAfter, int maxConcurrency) {}
