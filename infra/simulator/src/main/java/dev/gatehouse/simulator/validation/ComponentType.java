package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Numbers of component types.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Component reference</a>
 */
public final class ComponentType {
  public static final int ACTION_ROW = 1;
  public static final int BUTTON = 2;
  public static final int STRING_SELECT = 3;
  public static final int TEXT_INPUT = 4;
  public static final int USER_SELECT = 5;
  public static final int CHANNEL_SELECT = 8;
  public static final int SECTION = 9;
  public static final int TEXT_DISPLAY = 10;
  public static final int CONTAINER = 17;
  public static final int LABEL = 18;

  private ComponentType() {}

  static int of(JsonNode component) {
    return component.path("type").asInt(0);
  }

  /** Whether people choose from it. */
  public static boolean isSelect(int type) {
    return type == STRING_SELECT || type >= USER_SELECT && type <= CHANNEL_SELECT;
  }

  /** Whether it belongs to the second generation, which needs a flag on the message. */
  static boolean isSecondGeneration(int type) {
    return type >= SECTION && type <= CONTAINER;
  }
}
