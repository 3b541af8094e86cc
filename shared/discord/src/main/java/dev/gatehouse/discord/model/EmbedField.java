package dev.gatehouse.discord.model;

/** A named value in an embed. */
public record EmbedField(String name, String value, boolean inline) {
  public EmbedField {
    name = Absent.or(name, "");
    value = Absent.or(value, "");
  }
}
