package dev.gatehouse.bridge.api;

import java.time.Duration;

/**
 * Where the gateway is and what it allows (<a
 * href="https://docs.discord.com/developers/events/gateway#get-gateway-bot">Discord</a>).
 *
 * @param shards how many Discord recommends
 * @param total identifies per day
 * @param remaining of them
 * @param resetAfter when the count starts over
 * @param maxConcurrency how many may identify per 5 s
 */
public record GatewayInfo(
    String url, int shards, int total, int remaining, Duration resetAfter, int maxConcurrency) {}
