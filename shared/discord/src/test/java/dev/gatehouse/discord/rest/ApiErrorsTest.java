package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_FORM_BODY);
    assertThat(failure.fieldErrors())
        .isEqualTo(
            List.of(
                new FieldError(
                    "content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."),
                new FieldError(
                    "embeds[0].fields[1].name", "BASE_TYPE_REQUIRED", "This field is required"),
                new FieldError("", "WHOLE", "no")));
    String message = failure.getMessage();
    assertThat(message).startsWith("POST /channels/{channel}/messages: 400, code 50035");
    assertThat(message).contains("embeds[0].fields[1].name: This field is required");
  }

  @Test
  void copesWithABodyThatIsNoJson() {
    var failure = ApiErrors.of(ROUTE, Answers.of(502, "<html>Bad Gateway</html>"));
    assertThat(failure.status()).isEqualTo(502);
    assertThat(failure.code()).isEqualTo(0);
    assertThat(failure.fieldErrors()).isEmpty();
  }

  @Test
  void copesWithAnEmptyBodyAndWithOneThatIsNoObject() {
    assertThat(ApiErrors.of(ROUTE, Answers.of(403, "")).code()).isEqualTo(0);
    assertThat(ApiErrors.of(ROUTE, Answers.of(403, "[1]")).code()).isEqualTo(0);
  }

  @Test
  void doesNotPrintTheTokenOfAnInteraction() {
    Route route = Routes.editOriginal(Snowflake.of(1), Secret.of("interaction-token"));
    String message = ApiErrors.of(route, Answers.error(404, 10015)).getMessage();
    assertThat(message.indexOf("interaction-token")).as(message).isEqualTo(-1);
  }
}
