package dev.gatehouse.bench.soak;

import java.util.Map;

/**
 * What a consumer has had so far.
 *
 * @param events each event once
 * @param gaps for each session that was given up, the last sequence number that its gap calls safe
 * @param twice events that came again
 * @param disordered events that came after a later one of their channel
 */
record Received(Sequences events, Map<String, Long> gaps, long twice, long disordered) {}
