package dev.gatehouse.simulator.state;

/**
 * The kinds of messages that the simulator has.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/message#message-object-message-types">
 *     Message types</a>
 */
public enum MessageType {
  DEFAULT(0),
  CHANNEL_PINNED_MESSAGE(6),
  THREAD_CREATED(18),
  REPLY(19),
  CHAT_INPUT_COMMAND(20),
  THREAD_STARTER_MESSAGE(21),
  CONTEXT_MENU_COMMAND(23);

  private final int code;

  MessageType(int code) {
    this.code = code;
  }

  /** Discord's number. */
  public int code() {
    return code;
  }
}
