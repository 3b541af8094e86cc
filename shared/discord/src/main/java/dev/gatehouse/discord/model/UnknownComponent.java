package dev.gatehouse.discord.model;

import java.util.Map;

/**
 * A component of a kind that has no record yet, with its fields as they came.
 *
 * @param fields every field, {@code type} included; JSON objects as maps, arrays as lists
 */
public record UnknownComponent(int type, Map<String, Object> fields) implements Component {
  public UnknownComponent {
    fields = Absent.asEmpty(fields);
  }
}
