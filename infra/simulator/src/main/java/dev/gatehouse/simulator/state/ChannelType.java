package dev.gatehouse.simulator.state;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of channels that the simulator has.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/channel#channel-object-channel-types">
 *     Channel types</a>
 */
public enum ChannelType {
  GUILD_TEXT(0),
  DM(1),
  GUILD_VOICE(2),
  PUBLIC_THREAD(11),
  PRIVATE_THREAD(12);

  private final int code;

  ChannelType(int code) {
    this.code = code;
  }

  /** Discord's number. */
  public int code() {
    return code;
  }

  /** Whether it hangs below another channel's messages. */
  public boolean isThread() {
    return this == PUBLIC_THREAD || this == PRIVATE_THREAD;
  }

  /** The kind with the number. */
  public static Optional<ChannelType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
