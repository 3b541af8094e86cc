package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.ByteOutput;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.expression.Placeholders;
import java.util.Map;

/** The body of a call, member by member. */
final class Body {
  private final JsonWriter json;

  private Body(JsonWriter json) {
    this.json = json;
  }

  /** Writes the body of a call to that table. */
  static void write(String table, Parts parts, ByteOutput target) {
    JsonWriter json = new JsonWriter(target);
    json.begin().name("TableName").text(table);
    parts.addTo(new Body(json));
    json.end();
  }

  Body key(String name, Key key) {
    json.name(name).begin();
    AttributeJson.write(key, json);
    json.end();
    return this;
  }

  Body item(Item item) {
    json.name("Item").begin();
    AttributeJson.write(item, json);
    json.end();
    return this;
  }

  Body condition(String expression) {
    return text("ConditionExpression", expression);
  }

  /** DynamoDB refuses an empty expression. */
  Body update(String expression) {
    return expression.isEmpty() ? this : text("UpdateExpression", expression);
  }

  Body with(Placeholders placeholders) {
    json.name("ExpressionAttributeNames").begin();
    for (Map.Entry<String, String> name : placeholders.names().entrySet()) {
      json.name(name.getKey()).text(name.getValue());
    }
    json.end();
    if (!placeholders.values().isEmpty()) {
      json.name("ExpressionAttributeValues").begin();
      AttributeJson.write(placeholders.values(), json);
      json.end();
    }
    return this;
  }

  Body text(String name, String value) {
    json.name(name).text(value);
    return this;
  }

  Body flag(String name, boolean value) {
    json.name(name).flag(value);
    return this;
  }

  Body number(String name, int value) {
    json.name(name).number(value);
    return this;
  }
}
