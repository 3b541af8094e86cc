package dev.gatehouse.bridge.scan;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name of a dispatch event, such as {@code MESSAGE_CREATE}, beside its bytes. */
public final class EventName {
  private static final Set<String> OF_GUILDS =
      Set.of("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE");
  private static final Set<String> OF_CHANNELS =
      Set.of(
          "CHANNEL_CREATE",
          "CHANNEL_UPDATE",
          "CHANNEL_DELETE",
          "THREAD_CREATE",
          "THREAD_UPDATE",
          "THREAD_DELETE",
          "THREAD_MEMBER_UPDATE",
          "THREAD_MEMBERS_UPDATE");

  /** No event: the frame is no dispatch. */
  public static final EventName NONE = new EventName("");

  private final String text;
  private final byte[] bytes;
  private final byte[] json;
  private final boolean ofGuild;
  private final boolean ofChannel;

  EventName(String text) {
    this.text = text;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.json = JsonStringEncoder.getInstance().quoteAsUTF8(text);
    this.ofGuild = OF_GUILDS.contains(text);
    this.ofChannel = OF_CHANNELS.contains(text);
  }

  /** The name itself. */
  public String text() {
    return text;
  }

  /** The name as the content of a JSON string; not to be changed. */
  public byte[] json() {
    return json;
  }

  /** Whether the payload is a guild, so that its {@code id} is the guild's. */
  boolean isOfGuild() {
    return ofGuild;
  }

  /** Whether the payload is a channel or thread, so that its {@code id} is the channel's. */
  boolean isOfChannel() {
    return ofChannel;
  }

  boolean matches(byte[] other, int from, int to) {
    return Arrays.equals(bytes, 0, bytes.length, other, from, to);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Event names seen so far, so that a name is made of bytes once only. Bounded. */
  static final class Cache {
    private static final int SLOTS = 512;

    private final @Nullable EventName[] slots = new EventName[SLOTS];

    /** The name that lies between two positions. */
    EventName of(byte[] text, int from, int to) {
      int slot = slotOf(text, from, to);
      EventName known = slots[slot];
      if (known != null && known.matches(text, from, to)) {
        return known;
      }
      EventName name = new EventName(new String(text, from, to - from, StandardCharsets.UTF_8));
      slots[slot] = name;
      return name;
    }

    private static int slotOf(byte[] bytes, int from, int to) {
      int hash = to - from;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + bytes[i];
      }
      return (hash ^ hash >>> 15) & (SLOTS - 1);
    }
  }
}
