package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Up to three texts with a button or picture beside them. */
public record Section(List<Component> components, @Nullable Component accessory)
    implements Component {
  public static final int TYPE = 9;

  public Section {
    components = Absent.asEmpty(components);
  }

  @Override
  public int type() {
    return TYPE;
  }
}
