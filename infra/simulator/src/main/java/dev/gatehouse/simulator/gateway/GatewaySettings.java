package dev.gatehouse.simulator.gateway;

import java.time.Duration;

/**
 * How the gateway behaves.
 *
 * @param heartbeatInterval what HELLO asks for
 * @param replayLimit the most dispatches that a session keeps for a RESUME
 * @param resumableFor how long a session outlives its connection
 * @param identifyInterval how long one identify blocks its bucket
 * @param maxConcurrency how many identify buckets there are
 * @param sessionStarts identifies per day
 * @param shards how many shards {@code GET /gateway/bot} recommends
 * @param privilegedIntents whether sessions may ask for privileged intents
 * @param coalesced whether payloads that wait go out in one write, which spares system calls
 */
public record GatewaySettings(
    Duration heartbeatInterval,
    int replayLimit,
    Duration resumableFor,
    Duration identifyInterval,
    int maxConcurrency,
    int sessionStarts,
    int shards,
    boolean privilegedIntents,
    boolean coalesced) {

  /** What Discord does for a small bot. */
  public static GatewaySettings standard() {
    return new GatewaySettings(
        Duration.ofMillis(41_250),
        100_000,
        Duration.ofMinutes(3),
        Duration.ofSeconds(5),
        1,
        1_000,
        1,
        true,
        true);
  }

  /** The same with another heartbeat interval. */
  public GatewaySettings withHeartbeatInterval(Duration interval) {
    return new GatewaySettings(
        interval,
        replayLimit,
        resumableFor,
        identifyInterval,
        maxConcurrency,
        sessionStarts,
        shards,
        privilegedIntents,
        coalesced);
  }

  /** The same with another replay limit. */
  public GatewaySettings withReplayLimit(int limit) {
    return new GatewaySettings(
        heartbeatInterval,
        limit,
        resumableFor,
        identifyInterval,
        maxConcurrency,
        sessionStarts,
        shards,
        privilegedIntents,
        coalesced);
  }

  /** The same with other rules about starting sessions. */
  public GatewaySettings withIdentify(Duration interval, int concurrency, int starts) {
    return new GatewaySettings(
        heartbeatInterval,
        replayLimit,
        resumableFor,
        interval,
        concurrency,
        starts,
        shards,
        privilegedIntents,
        coalesced);
  }

  /** The same with another recommended number of shards. */
  public GatewaySettings withShards(int count) {
    return new GatewaySettings(
        heartbeatInterval,
        replayLimit,
        resumableFor,
        identifyInterval,
        maxConcurrency,
        sessionStarts,
        count,
        privilegedIntents,
        coalesced);
  }

  /** The same, allowing privileged intents or not. */
  public GatewaySettings withPrivilegedIntents(boolean allowed) {
    return new GatewaySettings(
        heartbeatInterval,
        replayLimit,
        resumableFor,
        identifyInterval,
        maxConcurrency,
        sessionStarts,
        shards,
        allowed,
        coalesced);
  }

  /** The same, with payloads that wait going out in one write, or each in a write of its own. */
  public GatewaySettings withCoalesced(boolean together) {
    return new GatewaySettings(
        heartbeatInterval,
        replayLimit,
        resumableFor,
        identifyInterval,
        maxConcurrency,
        sessionStarts,
        shards,
        privilegedIntents,
        together);
  }
}
