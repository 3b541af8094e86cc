package dev.gatehouse.simulator;

/**
 * What a program must know of an application before its bot connects.
 *
 * @param id the application's id, {@code DISCORD_CLIENT_ID}
 * @param botUserId its bot's user id
 * @param publicKey 64 hexadecimal digits, {@code DISCORD_PUBLIC_KEY}
 */
public record SimulatedApplication(long id, long botUserId, String publicKey) {}
