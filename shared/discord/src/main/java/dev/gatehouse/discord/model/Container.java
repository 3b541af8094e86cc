package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box around components.
 *
 * @param accentColor 24 bits of RGB for its edge
 */
public record Container(List<Component> components, @Nullable Integer accentColor, boolean spoiler)
    implements Component {
  public Container {
    components = Absent.asEmpty(components);
  }

  public static final int TYPE = 17;

  @Override
  public int type() {
    return TYPE;
  }
}
