package dev.gatehouse.simulator.wire;

/**
 * Permissions as Discord writes them: decimal text, since they exceed 32 bits.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Permissions</a>
 */
public final class Permissions {
  /** Everything but ADMINISTRATOR: every member of the simulated guilds may do everything. */
  public static final String ALL = Long.toString(((1L << 53) - 1) & ~(1L << 3));

  private Permissions() {}
}
