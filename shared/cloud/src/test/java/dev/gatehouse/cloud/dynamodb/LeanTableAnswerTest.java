package dev.gatehouse.cloud.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.cloud.aws.ScriptedServer.Step;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.cloud.table.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of each answer. */
final class LeanTableAnswerTest {
  private static final Key KEY = new Key("p", "s");
  private static final String KEY_MEMBERS = "\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"}";

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
  void readsWhatItKnowsAndLeavesOutTheRest() {
    dynamo.ok(
        """
        { "ConsumedCapacity": {"CapacityUnits": 0.5},
          "Item": { "sk": {"S": "s"}, "pk": {"S": "p"},
            "t": {"S": "a\\u00e9\\"\\n"}, "n": {"N": "-7"}, "f": {"BOOL": true},
            "half": {"N": "0.5"}, "huge": {"N": "1E+30"}, "none": {"NULL": true},
            "bytes": {"B": "eA=="}, "set": {"SS": ["a", "b"]},
            "map": {"M": {"x": {"L": [{"S": "y"}, {"M": {}}]}}}, "new": {"Z": [1, {}]} } }
        """);

    assertEquals(
        Optional.of(
            new Item(KEY, Map.of("t", Value.of("aé\"\n"), "n", Value.of(-7), "f", Value.of(true)))),
        dynamo.table().get(KEY));
  }

  @Test
  void anItemThatIsMissingIsNone() {
    dynamo.ok("{}");

    assertEquals(Optional.empty(), dynamo.table().get(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"Item\":",
        "{\"Item\":{\"sk\":{\"S\":\"s\"}}}",
        "{\"Item\":{\"pk\":{\"N\":\"1\"},\"sk\":{\"S\":\"s\"}}}",
        "{\"Item\":[]}",
        "{\"Item\":{\"pk\":\"p\"}}",
        "{\"Item\":{\"pk\":{\"S\":5}}}",
        "<html>busy</html>"
      })
  void refusesABodyThatItDoesNotUnderstand(String body) {
    dynamo.ok(body).ok("{}");

    String message =
        assertThrows(TableUnavailableException.class, () -> dynamo.table().get(KEY)).getMessage();
    assertTrue(message.startsWith("table t: not understood: "), message);
    assertEquals(1, dynamo.requests().size());
  }

  @Test
  void anErrorThatIsNoJsonHasItsStatus() {
    for (int i = 0; i < 3; i++) {
      dynamo.then(Step.answer("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\n<p/>"));
    }

    assertUnavailable("table t: HTTP 502: no reason was given");
  }

  @Test
  void anUpdateThatAnswersWithoutTheItemIsNotUnderstood() {
    dynamo.ok("{}");

    assertThrows(
        TableUnavailableException.class,
        () -> dynamo.table().updateIf(KEY, List.of(), Condition.present()));
  }

  @Test
  void readsAQueryItemByItem() {
    dynamo.ok(
        "{\"Count\":1,\"Items\":[{" + KEY_MEMBERS + ",\"n\":{\"N\":\"1\"}}],\"ScannedCount\":1}");

    assertEquals(
        List.of(new Item(KEY, Map.of("n", Value.of(1)))),
        dynamo.table().query(new Query("p", "", false, 5)));
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    for (int i = 0; i < 3; i++) {
      dynamo.then(Step.answerAndClose("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n"));
    }

    String message =
        assertThrows(TableUnavailableException.class, () -> dynamo.table().get(KEY)).getMessage();
    assertTrue(message.contains("larger than"), message);
  }

  private void assertUnavailable(String expected) {
    assertEquals(
        expected,
        assertThrows(TableUnavailableException.class, () -> dynamo.table().get(KEY)).getMessage());
  }
}
