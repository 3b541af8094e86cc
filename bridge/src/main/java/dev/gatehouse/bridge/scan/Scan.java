package dev.gatehouse.bridge.scan;

/**
 * What was found in a frame (<a
 * href="https://docs.discord.com/developers/events/gateway-events#payload-structure">Discord</a>).
 * It is filled anew for each frame and valid until the next one.
 */
public final class Scan {
  /** No such id, number or opcode in the frame. */
  public static final long NONE = 0;

  /** The frame names no opcode. */
  public static final int NO_OPCODE = -1;

  int opcode;
  long sequence;
  EventName event = EventName.NONE;
  int dataStart;
  int dataEnd;
  long id;
  long guildId;
  long channelId;
  long userId;
  long authorId;
  boolean authorIsBot;
  boolean webhook;
  boolean mentionsOurUser;
  long ourRole;

  void clear() {
    opcode = NO_OPCODE;
    sequence = NONE;
    event = EventName.NONE;
    dataStart = 0;
    dataEnd = 0;
    clearData();
  }

  void clearData() {
    id = NONE;
    guildId = NONE;
    channelId = NONE;
    userId = NONE;
    webhook = false;
    mentionsOurUser = false;
    ourRole = NONE;
    clearAuthor();
  }

  void clearAuthor() {
    authorId = NONE;
    authorIsBot = false;
  }

  public int opcode() {
    return opcode;
  }

  public long sequence() {
    return sequence;
  }

  public EventName event() {
    return event;
  }

  /** Where {@code d} begins in the scanned bytes. */
  public int dataStart() {
    return dataStart;
  }

  /** Where {@code d} ends. */
  public int dataEnd() {
    return dataEnd;
  }

  /** The guild's id, or {@link #NONE}. */
  public long guildId() {
    return event.isOfGuild() ? id : guildId;
  }

  /** The channel's or thread's id, or {@link #NONE}. */
  public long channelId() {
    return event.isOfChannel() ? id : channelId;
  }

  /** The id of the user who caused the event, or {@link #NONE}. */
  public long actorId() {
    return authorId == NONE ? userId : authorId;
  }

  /** Whether a bot or a webhook wrote the message. */
  public boolean authorIsBot() {
    return authorIsBot || webhook;
  }

  /** Whether our own user is among the mentioned ones, or the role that stands for it. */
  public boolean mentionsUs() {
    return mentionsOurUser || ourRole != NONE;
  }

  /** The role that stands for our user in the guild, when it is mentioned; else {@link #NONE}. */
  public long ourRole() {
    return ourRole;
  }
}
