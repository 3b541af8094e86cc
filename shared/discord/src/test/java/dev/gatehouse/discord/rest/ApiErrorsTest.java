package dev.gatehouse.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.Snowflake;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApiErrorsTest {
  private static final Route ROUTE = Routes.createMessage(Snowflake.of(1));

  @Test
  void flattensTheTreeOfFields() {
    var failure =
        ApiErrors.of(
            ROUTE,
            Answers.of(
                400,
                """
                {"code": 50035, "message": "Invalid Form Body", "errors": {
                  "content": {"_errors": [
                    {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 2000 or fewer in length."}]},
                  "embeds": {"0": {"fields": {"1": {"name": {"_errors": [
                    {"code": "BASE_TYPE_REQUIRED", "message": "This field is required"}]}}}}},
                  "_errors": [{"code": "WHOLE", "message": "no"}]}}
                """));
    assertEquals(ErrorCode.INVALID_FORM_BODY, failure.code());
    assertEquals(
        List.of(
            new FieldError("content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."),
            new FieldError(
                "embeds[0].fields[1].name", "BASE_TYPE_REQUIRED", "This field is required"),
            new FieldError("", "WHOLE", "no")),
        failure.fieldErrors());
    String message = failure.getMessage();
    assertTrue(message.startsWith("POST /channels/{channel}/messages: 400, code 50035"), message);
    assertTrue(message.contains("embeds[0].fields[1].name: This field is required"), message);
  }

  @Test
  void copesWithABodyThatIsNoJson() {
    var failure = ApiErrors.of(ROUTE, Answers.of(502, "<html>Bad Gateway</html>"));
    assertEquals(502, failure.status());
    assertEquals(0, failure.code());
    assertEquals(List.of(), failure.fieldErrors());
  }

  @Test
  void copesWithAnEmptyBodyAndWithOneThatIsNoObject() {
    assertEquals(0, ApiErrors.of(ROUTE, Answers.of(403, "")).code());
    assertEquals(0, ApiErrors.of(ROUTE, Answers.of(403, "[1]")).code());
  }

  @Test
  void doesNotPrintTheTokenOfAnInteraction() {
    Route route = Routes.editOriginal(Snowflake.of(1), Secret.of("interaction-token"));
    String message = ApiErrors.of(route, Answers.error(404, 10015)).getMessage();
    assertEquals(-1, message.indexOf("interaction-token"), message);
  }
}
