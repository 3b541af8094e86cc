package dev.gatehouse.codec;

import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import java.io.IOException;

/** The form of the messages of the events queue. */
final class EventCodec {
  static final String GATEWAY_EVENT = "gateway_event";
  static final String INTERACTION_RECEIVED = "interaction_received";
  static final String GAP_DETECTED = "gap_detected";

  private EventCodec() {}

  static void write(GatewayEvent event, FieldWriter to) throws IOException {
    to.kind(GATEWAY_EVENT)
        .platform(event.platform())
        .text("session", event.session())
        .number("seq", event.sequence());
    writeShard(event.shard(), to)
        .text("event", event.name())
        .text("guild_id", event.guildId())
        .text("channel_id", event.channelId())
        .flag("author_is_bot", event.authorIsBot())
        .flag("mentions_us", event.mentionsUs())
        .text("our_role", event.ourRole())
        .instant("received_at", event.receivedAt());
    writePayload(event.payload(), to);
  }

  static GatewayEvent readGatewayEvent(Fields from) {
    return new GatewayEvent(
        from.integer("v"),
        from.platform(),
        from.text("session"),
        from.number("seq"),
        readShard(from),
        from.text("event"),
        from.textOrNull("guild_id"),
        from.textOrNull("channel_id"),
        from.flag("author_is_bot"),
        from.flag("mentions_us"),
        from.textOrNull("our_role"),
        from.instant("received_at"),
        readPayload(from));
  }

  static void write(InteractionReceived interaction, FieldWriter to) throws IOException {
    to.kind(INTERACTION_RECEIVED)
        .platform(interaction.platform())
        .text("interaction_id", interaction.interactionId())
        .text("application_id", interaction.applicationId())
        .number("type", interaction.type())
        .text("token", interaction.token().reveal())
        .text("acknowledgement", interaction.acknowledgement().wireName())
        .text("guild_id", interaction.guildId())
        .text("channel_id", interaction.channelId())
        .text("user_id", interaction.userId())
        .instant("received_at", interaction.receivedAt())
        .raw("payload", interaction.payload());
  }

  static InteractionReceived readInteraction(Fields from) {
    return new InteractionReceived(
        from.integer("v"),
        from.platformOrFirst(),
        from.text("interaction_id"),
        from.text("application_id"),
        from.integer("type"),
        Secret.of(from.text("token")),
        Acknowledgement.ofWireName(from.text("acknowledgement")),
        from.textOrNull("guild_id"),
        from.textOrNull("channel_id"),
        from.textOrNull("user_id"),
        from.instant("received_at"),
        from.raw("payload"));
  }

  static void write(GapDetected gap, FieldWriter to) throws IOException {
    to.kind(GAP_DETECTED).platform(gap.platform()).text("session", gap.session());
    writeShard(gap.shard(), to)
        .number("last_durable_seq", gap.lastDurableSequence())
        .instant("last_durable_at", gap.lastDurableAt())
        .instant("detected_at", gap.detectedAt());
  }

  static GapDetected readGap(Fields from) {
    return new GapDetected(
        from.integer("v"),
        from.platform(),
        from.text("session"),
        readShard(from),
        from.number("last_durable_seq"),
        from.instant("last_durable_at"),
        from.instant("detected_at"));
  }

  private static FieldWriter writeShard(Shard shard, FieldWriter to) throws IOException {
    return to.number("shard", shard.index()).number("shards", shard.count());
  }

  private static Shard readShard(Fields from) {
    return new Shard(from.integer("shard"), from.integer("shards"));
  }

  private static void writePayload(Payload payload, FieldWriter to) throws IOException {
    switch (payload) {
      case Payload.Inline inline -> to.raw("payload", inline.json());
      case Payload.Claimed claimed ->
          to.open("claim").text("key", claimed.key()).number("bytes", claimed.bytes()).close();
    }
  }

  private static Payload readPayload(Fields from) {
    if (from.has("claim")) {
      Fields claim = from.object("claim");
      return new Payload.Claimed(claim.text("key"), claim.number("bytes"));
    }
    return new Payload.Inline(from.raw("payload"));
  }
}
