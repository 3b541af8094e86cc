package dev.gatehouse.discord.model;

/**
 * A value that may be chosen.
 *
 * @param value a String, Integer, Long or Double, as the type of its option says
 */
public record CommandChoice(String name, Object value) {
  public CommandChoice {
    Absent.refuse("name", name);
    Absent.refuse("value", value);
  }
}
