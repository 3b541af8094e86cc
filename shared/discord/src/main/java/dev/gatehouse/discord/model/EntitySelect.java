package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A menu of users, roles, both or channels.
 *
 * @param type {@link #USER}, {@link #ROLE}, {@link #MENTIONABLE} or {@link #CHANNEL}
 */
public record EntitySelect(
    int type,
    String customId,
    @Nullable String placeholder,
    @Nullable Integer minValues,
    @Nullable Integer maxValues,
    List<ChannelType> channelTypes,
    boolean disabled,
    List<String> values)
    implements Component {
  public static final int USER = 5;
  public static final int ROLE = 6;
  public static final int MENTIONABLE = 7;
  public static final int CHANNEL = 8;

  public EntitySelect {
    Absent.refuse("custom_id", customId);
    channelTypes = Absent.asEmpty(channelTypes);
    values = Absent.asEmpty(values);
  }
}
