package dev.gatehouse.codec;

import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayCommand.RequestMembers;
import dev.gatehouse.contracts.GatewayCommand.UpdatePresence;
import dev.gatehouse.contracts.GatewayCommand.UpdateVoiceState;
import java.io.IOException;

/** The form of the messages of the commands queue. */
final class CommandCodec {
  static final String UPDATE_PRESENCE = "update_presence";
  static final String REQUEST_MEMBERS = "request_members";
  static final String UPDATE_VOICE_STATE = "update_voice_state";

  private CommandCodec() {}

  static void write(GatewayCommand command, FieldWriter to) throws IOException {
    switch (command) {
      case UpdatePresence presence ->
          start(UPDATE_PRESENCE, command, to)
              .text("status", presence.status())
              .text("activity", presence.activity());
      case RequestMembers members ->
          start(REQUEST_MEMBERS, command, to)
              .text("guild_id", members.guildId())
              .text("query", members.query())
              .number("limit", members.limit());
      case UpdateVoiceState voice ->
          start(UPDATE_VOICE_STATE, command, to)
              .text("guild_id", voice.guildId())
              .text("channel_id", voice.channelId())
              .flag("self_mute", voice.selfMute())
              .flag("self_deaf", voice.selfDeaf());
    }
  }

  static UpdatePresence readPresence(Fields from) {
    return new UpdatePresence(
        from.integer("v"),
        from.platformOrFirst(),
        from.text("command_id"),
        from.text("status"),
        from.textOrNull("activity"));
  }

  static RequestMembers readMembers(Fields from) {
    return new RequestMembers(
        from.integer("v"),
        from.platformOrFirst(),
        from.text("command_id"),
        from.text("guild_id"),
        from.text("query"),
        from.integer("limit"));
  }

  static UpdateVoiceState readVoiceState(Fields from) {
    return new UpdateVoiceState(
        from.integer("v"),
        from.platformOrFirst(),
        from.text("command_id"),
        from.text("guild_id"),
        from.textOrNull("channel_id"),
        from.flag("self_mute"),
        from.flag("self_deaf"));
  }

  private static FieldWriter start(String kind, GatewayCommand command, FieldWriter to)
      throws IOException {
    return to.kind(kind).platform(command.platform()).text("command_id", command.commandId());
  }
}
