package dev.gatehouse.discord.model;

/** What a channel is for. */
public record ChannelType(int value) implements Code {
  public static final ChannelType GUILD_TEXT = new ChannelType(0);
  public static final ChannelType DM = new ChannelType(1);
  public static final ChannelType GUILD_VOICE = new ChannelType(2);
  public static final ChannelType GROUP_DM = new ChannelType(3);
  public static final ChannelType GUILD_CATEGORY = new ChannelType(4);
  public static final ChannelType GUILD_ANNOUNCEMENT = new ChannelType(5);
  public static final ChannelType ANNOUNCEMENT_THREAD = new ChannelType(10);
  public static final ChannelType PUBLIC_THREAD = new ChannelType(11);
  public static final ChannelType PRIVATE_THREAD = new ChannelType(12);
  public static final ChannelType GUILD_STAGE_VOICE = new ChannelType(13);
  public static final ChannelType GUILD_DIRECTORY = new ChannelType(14);
  public static final ChannelType GUILD_FORUM = new ChannelType(15);
  public static final ChannelType GUILD_MEDIA = new ChannelType(16);

  public boolean isThread() {
    return equals(ANNOUNCEMENT_THREAD) || equals(PUBLIC_THREAD) || equals(PRIVATE_THREAD);
  }

  /** Whether it is a conversation outside any guild. */
  public boolean isDirect() {
    return equals(DM) || equals(GROUP_DM);
  }
}
