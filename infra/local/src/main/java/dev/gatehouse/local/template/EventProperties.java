package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The properties of an entry of a function's {@code Events}, each resolved. */
final class EventProperties {
  private final String where;
  private final JsonNode properties;

  /**
   * @param where the function and the entry, for errors
   */
  EventProperties(String where, JsonNode properties) {
    this.where = where;
    this.properties = properties;
  }

  String where() {
    return where;
  }

  /**
   * The properties, when all are among those that are honoured here.
   *
   * @throws TemplateException naming the first of the others, which would make a trigger behave
   *     otherwise than in the cloud
   */
  EventProperties only(Set<String> honoured) {
    properties
        .propertyStream()
        .map(property -> property.getKey())
        .filter(name -> !honoured.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw wrong(name, "is not known to the local stack");
        });
    return this;
  }

  /** A text that must be there. */
  String text(String name) {
    String value = text(name, "");
    if (value.isEmpty()) {
      throw wrong(name, "is missing");
    }
    return value;
  }

  String text(String name, String fallback) {
    return properties.path(name).asText(fallback);
  }

  int number(String name, int fallback) {
    return properties.path(name).asInt(fallback);
  }

  JsonNode tree(String name) {
    return properties.path(name);
  }

  /** Refuses any other value than the one that is known here; none is well too. */
  void mustBe(String name, String known) {
    if (!text(name, known).equals(known)) {
      throw wrong(name, "must be " + known + " for the local stack");
    }
  }

  /** Whether neither {@code Enabled} nor {@code State} turns the trigger off. */
  boolean isEnabled() {
    return is("Enabled", "true", "false") && is("State", "ENABLED", "DISABLED");
  }

  private boolean is(String name, String on, String off) {
    String value = text(name, on);
    if (!value.equals(on) && !value.equals(off)) {
      throw wrong(name, "must be " + on + " or " + off + ", was '" + value + "'");
    }
    return value.equals(on);
  }

  private TemplateException wrong(String name, String what) {
    return new TemplateException(where + "." + name, what);
  }
}
