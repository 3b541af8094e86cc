package dev.gatehouse.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The table that stands in for a bucket: there is no S3 on a laptop. */
final class BucketTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BucketTable() {}

  static JsonNode definition(String bucket) {
    ObjectNode table = JSON.createObjectNode();
    table.put("TableName", bucket).put("BillingMode", "PAY_PER_REQUEST");
    table.putArray("AttributeDefinitions").add(attribute("pk")).add(attribute("sk"));
    table.putArray("KeySchema").add(key("pk", "HASH")).add(key("sk", "RANGE"));
    return table;
  }

  private static ObjectNode attribute(String name) {
    return JSON.createObjectNode().put("AttributeName", name).put("AttributeType", "S");
  }

  private static ObjectNode key(String name, String type) {
    return JSON.createObjectNode().put("AttributeName", name).put("KeyType", type);
  }
}
