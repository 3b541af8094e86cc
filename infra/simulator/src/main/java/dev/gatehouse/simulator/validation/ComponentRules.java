package dev.gatehouse.simulator.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import java.util.HashSet;
import java.util.Set;

/**
 * Limits of a message's components.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Component reference</a>
 */
public final class ComponentRules {
  private static final int ROWS = 5;
  private static final int BUTTONS_IN_ROW = 5;
  private static final int ALL_COMPONENTS = 40;
  private static final int ALL_TEXT = 4_000;
  private static final int LINK = 5;
  private static final int PREMIUM = 6;

  private final FormErrors errors;
  private final boolean secondGeneration;
  private final Set<String> customIds = new HashSet<>();
  private int count;
  private int text;

  private ComponentRules(FormErrors errors, boolean secondGeneration) {
    this.errors = errors;
    this.secondGeneration = secondGeneration;
  }

  /** Checks an array of components. */
  public static void check(JsonNode components, boolean secondGeneration, FormErrors errors) {
    new ComponentRules(errors, secondGeneration).checkAll(components);
  }

  private void checkAll(JsonNode components) {
    if (!components.isArray()) {
      errors.add("components", "LIST_TYPE_CONVERT", "Must be a list.");
      return;
    }
    if (!secondGeneration && components.size() > ROWS) {
      errors.add("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
    for (int i = 0; i < components.size(); i++) {
      checkTop("components." + i, components.get(i));
    }
    if (count > ALL_COMPONENTS) {
      errors.add(
          "components",
          "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
          "The total number of components cannot exceed 40");
    }
    if (text > ALL_TEXT) {
      errors.add(
          "components",
          "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
          "The total length of displayable text cannot exceed 4000");
    }
  }

  private void checkTop(String path, JsonNode component) {
    int type = ComponentType.of(component);
    boolean allowed =
        type == ComponentType.ACTION_ROW
            || secondGeneration && ComponentType.isSecondGeneration(type);
    if (allowed) {
      check(path, component);
    } else {
      errors.choice(path + ".type", secondGeneration ? "1, 9, 10, 12, 13, 14, 17" : "1");
    }
  }

  private void check(String path, JsonNode component) {
    count++;
    switch (ComponentType.of(component)) {
      case ComponentType.ACTION_ROW -> checkRow(path, component.path("components"));
      case ComponentType.BUTTON -> checkButton(path, component);
      case ComponentType.TEXT_DISPLAY -> checkText(path, component);
      case ComponentType.SECTION, ComponentType.CONTAINER -> checkChildren(path, component);
      default -> {
        if (ComponentType.isSelect(ComponentType.of(component))) {
          SelectRules.check(path, component, errors);
          checkCustomId(path, component);
        }
      }
    }
  }

  private void checkChildren(String path, JsonNode component) {
    JsonNode children = component.path("components");
    if (children.isEmpty()) {
      errors.required(path + ".components");
    }
    for (int i = 0; i < children.size(); i++) {
      check(path + ".components." + i, children.get(i));
    }
    Json.field(component, "accessory").ifPresent(a -> check(path + ".accessory", a));
  }

  private void checkText(String path, JsonNode component) {
    String content = component.path("content").asText("");
    if (content.isEmpty()) {
      errors.required(path + ".content");
    }
    text += content.codePointCount(0, content.length());
  }

  private void checkRow(String path, JsonNode children) {
    if (children.isEmpty() || children.size() > BUTTONS_IN_ROW) {
      errors.add(
          path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
    for (int i = 0; i < children.size(); i++) {
      checkInRow(path + ".components." + i, children.get(i), children.size());
    }
  }

  private void checkInRow(String path, JsonNode child, int siblings) {
    int type = ComponentType.of(child);
    if (type != ComponentType.BUTTON && !ComponentType.isSelect(type)) {
      errors.choice(path + ".type", "2, 3, 5, 6, 7, 8");
    } else if (ComponentType.isSelect(type) && siblings > 1) {
      errors.add(
          path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "Component adds too much width to this row.");
    } else {
      check(path, child);
    }
  }

  private void checkButton(String path, JsonNode button) {
    int style = button.path("style").asInt(0);
    if (style < 1 || style > PREMIUM) {
      errors.choice(path + ".style", "1, 2, 3, 4, 5, 6");
    } else if (style == LINK) {
      checkLink(path, button);
    } else if (style != PREMIUM) {
      checkCustomId(path, button);
    }
    errors.atMost(path + ".label", button.path("label").asText(""), 80);
    if (style != PREMIUM
        && Json.field(button, "label").isEmpty()
        && Json.field(button, "emoji").isEmpty()) {
      errors.add(path, "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji.");
    }
  }

  private void checkLink(String path, JsonNode button) {
    String url = button.path("url").asText("");
    if (url.isEmpty()) {
      errors.required(path + ".url");
    } else if (!url.matches("(?i)(https?|discord)://.+")) {
      errors.add(
          path + ".url",
          "URL_TYPE_INVALID_SCHEME",
          "Scheme \""
              + url.split(":", 2)[0]
              + "\" is not supported. Scheme must be one of ('http', 'https', 'discord').");
    }
  }

  private void checkCustomId(String path, JsonNode component) {
    String id = component.path("custom_id").asText("");
    if (id.isEmpty()) {
      errors.required(path + ".custom_id");
    } else if (!customIds.add(id)) {
      errors.add(
          path + ".custom_id",
          "COMPONENT_CUSTOM_ID_DUPLICATED",
          "Component custom id cannot be duplicated");
    }
    errors.atMost(path + ".custom_id", id, 100);
  }
}
