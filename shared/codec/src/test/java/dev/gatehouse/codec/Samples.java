package dev.gatehouse.codec;

import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.TurnRequested;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of each kind and variant, by the name of its golden file. */
final class Samples {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

  private static final Platform DISCORD = new Platform("discord");

  private Samples() {}

  static Map<String, QueueMessage> all() {
    Map<String, QueueMessage> samples = new LinkedHashMap<>();
    samples.put("gateway-event", gatewayEvent(null, inline()));
    samples.put("gateway-event-to-our-role", gatewayEvent("700", inline()));
    samples.put(
        "gateway-event-claimed", gatewayEvent(null, new Payload.Claimed("claims/abc-7", 1 << 21)));
    samples.put("interaction-received", interaction());
    samples.put(
        "gap-detected", new GapDetected(1, DISCORD, "s3ss10n", new Shard(1, 4), 41, NOON, NOON));
    samples.put("turn-requested-channel", turn(new ReplyTarget.ChannelReply("900")));
    samples.put(
        "turn-requested-notice",
        turn(new ReplyTarget.ChannelReply("900"), "*1 of 2 files read: `a.png` is a picture.*"));
    samples.put(
        "turn-requested-interaction",
        turn(new ReplyTarget.InteractionReply("77", Secret.of("aW50ZXJhY3Rpb24"), NOON)));
    samples.put(
        "turn-requested-interaction-ephemeral",
        turn(new ReplyTarget.InteractionReply("77", Secret.of("aW50ZXJhY3Rpb24"), NOON, true)));
    samples.put("turn-requested-api", turn(new ReplyTarget.ApiReply("ci", "build-7")));
    samples.put("turn-requested-console", turn(new ReplyTarget.ConsoleReply("s-1")));
    samples.put(
        "update-presence",
        new GatewayCommand.UpdatePresence(1, DISCORD, "c1", "online", "on call"));
    samples.put(
        "request-members", new GatewayCommand.RequestMembers(1, DISCORD, "c2", "500", "ad", 10));
    samples.put(
        "update-voice-state",
        new GatewayCommand.UpdateVoiceState(1, DISCORD, "c3", "500", null, true, false));
    return samples;
  }

  private static Payload inline() {
    return new Payload.Inline(new RawJson("{\"id\":\"1\", \"content\" : \"h\\u00e9 \\\"x\\\"\"}"));
  }

  private static GatewayEvent gatewayEvent(@Nullable String ourRole, Payload payload) {
    return new GatewayEvent(
        1,
        DISCORD,
        "s3ss10n",
        42,
        Shard.ONLY,
        "MESSAGE_CREATE",
        "500",
        "600",
        false,
        true,
        ourRole,
        NOON,
        payload);
  }

  private static InteractionReceived interaction() {
    return new InteractionReceived(
        1,
        DISCORD,
        "700",
        "77",
        2,
        Secret.of("aW50ZXJhY3Rpb24"),
        Acknowledgement.DEFERRED_MESSAGE,
        null,
        "600",
        "800",
        NOON,
        new RawJson("{\"type\":2}"));
  }

  private static TurnRequested turn(ReplyTarget reply) {
    return turn(reply, "");
  }

  private static TurnRequested turn(ReplyTarget reply, String notice) {
    return new TurnRequested(
        1,
        "m-900",
        new ConversationId(DISCORD, "600"),
        reply,
        "800",
        "Ada",
        "why does \"mvn\" fail?\n",
        notice,
        NOON);
  }
}
