package dev.gatehouse.discord.model;

import java.util.List;

/** A row of up to five buttons or one select. */
public record ActionRow(List<Component> components) implements Component {
  public static final int TYPE = 1;

  public ActionRow {
    components = Absent.asEmpty(components);
  }

  @Override
  public int type() {
    return TYPE;
  }

  public static ActionRow of(Component... components) {
    return new ActionRow(List.of(components));
  }
}
