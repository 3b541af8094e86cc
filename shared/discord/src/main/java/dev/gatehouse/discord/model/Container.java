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
  public static final int TYPE = 17;

  public Container {
    components = Absent.asEmpty(components);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
