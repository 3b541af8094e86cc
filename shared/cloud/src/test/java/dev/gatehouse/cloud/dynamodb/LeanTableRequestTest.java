package dev.gatehouse.cloud.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.aws.ExpectedSignature;
import dev.gatehouse.cloud.aws.Samples;
import dev.gatehouse.cloud.aws.ScriptedServer.Request;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire. */
final class LeanTableRequestTest {
  private static final Key KEY = new Key("p\"1", "é");
  private static final String KEY_JSON = "{\"pk\":{\"S\":\"p\\\"1\"},\"sk\":{\"S\":\"é\"}}";

  private ScriptedDynamo dynamo;

  @BeforeEach
  void start() throws IOException {
    dynamo = new ScriptedDynamo();
  }

  @AfterEach
  void stop() throws IOException {
    dynamo.close();
  }

  @Test
  void callsTheOperationWithItsHeaders() {
    dynamo.ok("{}").table().get(KEY);

    Request request = onlyRequest("GetItem");
    assertTrue(request.head().startsWith("POST / HTTP/1.1\r\n"), request::head);
    assertEquals("application/x-amz-json-1.0", request.header("Content-Type"));
    assertEquals("20150830T123600Z", request.header("X-Amz-Date"));
    assertEquals(dynamo.host(), request.header("Host"));
  }

  @Test
  void signsForDynamoDb() {
    dynamo.ok("{}").table().get(KEY);

    Request request = onlyRequest("GetItem");
    List<String> signed = List.of("content-type", "host", "x-amz-date", "x-amz-target");
    assertEquals(
        ExpectedSignature.of(request, "dynamodb", signed), request.header("Authorization"));
  }

  @Test
  void signsTheSessionTokenToo() throws IOException {
    try (ScriptedDynamo temporary = new ScriptedDynamo(Samples.TEMPORARY)) {
      temporary.ok("{}").table().get(KEY);

      Request request = temporary.requests().getFirst();
      List<String> signed =
          List.of("content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target");
      assertEquals("token/+==", request.header("X-Amz-Security-Token"));
      assertEquals(
          ExpectedSignature.of(request, "dynamodb", signed), request.header("Authorization"));
    }
  }

  @Test
  void readsConsistently() {
    dynamo.ok("{}").table().get(KEY);

    assertEquals(
        "{\"TableName\":\"t\",\"Key\":" + KEY_JSON + ",\"ConsistentRead\":true}",
        onlyRequest("GetItem").body());
  }

  @Test
  void putsTheKeyOverAttributesOfItsName() {
    dynamo.ok("{}").table().put(new Item(KEY, Map.of("pk", Value.of("not me"))));

    String body = onlyRequest("PutItem").body();
    assertTrue(body.contains("\"pk\":{\"S\":\"p\\\"1\"}"), body);
    assertEquals(-1, body.indexOf("not me"), body);
  }

  @Test
  void writesEachKindOfValue() {
    Condition condition =
        Condition.all(
            Condition.equal("t", Value.of("x\n")),
            Condition.equal("f", Value.of(false)),
            Condition.belowOrMissing("n", -5));
    dynamo.ok("{}").table().deleteIf(KEY, condition);

    assertEquals(
        "{\"TableName\":\"t\",\"Key\":"
            + KEY_JSON
            + ",\"ConditionExpression\":\"(#n0 = :v0 AND #n1 = :v1"
            + " AND (attribute_not_exists(#n2) OR #n2 < :v2))\""
            + ",\"ExpressionAttributeNames\":{\"#n0\":\"t\",\"#n1\":\"f\",\"#n2\":\"n\"}"
            + ",\"ExpressionAttributeValues\":{\":v0\":{\"S\":\"x\\n\"}"
            + ",\":v1\":{\"BOOL\":false},\":v2\":{\"N\":\"-5\"}}}",
        onlyRequest("DeleteItem").body());
  }

  @Test
  void leavesOutExpressionsAndValuesThatAreEmpty() {
    dynamo.ok("{\"Attributes\":" + KEY_JSON + "}");
    dynamo.table().updateIf(KEY, List.of(), Condition.absent());

    assertEquals(
        "{\"TableName\":\"t\",\"Key\":"
            + KEY_JSON
            + ",\"ConditionExpression\":\"attribute_not_exists(#n0)\""
            + ",\"ExpressionAttributeNames\":{\"#n0\":\"pk\"},\"ReturnValues\":\"ALL_NEW\"}",
        onlyRequest("UpdateItem").body());
  }

  @Test
  void asksForTheItemAfterAnUpdate() {
    dynamo.ok("{\"Attributes\":" + KEY_JSON + "}");
    dynamo.table().updateIf(KEY, List.of(Change.add("n", 1)), Condition.present());

    String body = onlyRequest("UpdateItem").body();
    assertTrue(body.contains("\"UpdateExpression\":\"ADD #n1 :v0\""), body);
    assertTrue(body.endsWith(",\"ReturnValues\":\"ALL_NEW\"}"), body);
  }

  @Test
  void asksForTheNextPageAfterTheLastKey() {
    dynamo
        .ok("{\"Items\":[" + item("a1") + "],\"LastEvaluatedKey\":" + item("a1") + "}")
        .ok("{\"Items\":[],\"LastEvaluatedKey\":" + item("a2") + "}")
        .ok("{\"Items\":[" + item("a3") + "]}");
    List<Item> items = dynamo.table().query(new Query("p", "a", true, 9));

    assertEquals(List.of("a1", "a3"), items.stream().map(i -> i.key().sort()).toList());
    String start =
        "{\"TableName\":\"t\",\"KeyConditionExpression\":\"#n0 = :v0 AND begins_with(#n1, :v1)\""
            + ",\"ExpressionAttributeNames\":{\"#n0\":\"pk\",\"#n1\":\"sk\"}"
            + ",\"ExpressionAttributeValues\":{\":v0\":{\"S\":\"p\"},\":v1\":{\"S\":\"a\"}}"
            + ",\"ScanIndexForward\":false,\"ConsistentRead\":true,\"Limit\":";
    assertEquals(
        List.of(
            start + "9}",
            start + "8,\"ExclusiveStartKey\":" + item("a1") + "}",
            start + "8,\"ExclusiveStartKey\":" + item("a2") + "}"),
        dynamo.requests().stream().map(Request::body).toList());
  }

  @Test
  void stopsAtTheLimitEvenIfThereIsMore() {
    dynamo.ok("{\"Items\":[" + item("a") + "],\"LastEvaluatedKey\":" + item("a") + "}");

    assertEquals(1, dynamo.table().query(new Query("p", "", false, 1)).size());
    assertEquals(1, dynamo.requests().size());
  }

  private Request onlyRequest(String operation) {
    assertEquals(1, dynamo.requests().size());
    Request request = dynamo.requests().getFirst();
    assertEquals("DynamoDB_20120810." + operation, request.header("X-Amz-Target"));
    return request;
  }

  private static String item(String sort) {
    return "{\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"" + sort + "\"}}";
  }
}
