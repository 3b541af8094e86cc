package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.wire.Times;
import java.time.Duration;
import java.time.Instant;

/**
 * Polls.
 *
 * @see <a href="https://discord.com/developers/docs/resources/poll">Poll resource</a>
 */
final class Polls {
  private static final int QUESTION = 300;
  private static final int ANSWER = 55;
  private static final int ANSWERS = 10;
  private static final int DAY = 24;

  private Polls() {}

  static void check(JsonNode poll, FormErrors errors) {
    errors.length("poll.question.text", poll.path("question").path("text").asText(""), 1, QUESTION);
    JsonNode answers = poll.path("answers");
    if (answers.isEmpty() || answers.size() > ANSWERS) {
      errors.add("poll.answers", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 10 in length.");
    }
    for (int i = 0; i < answers.size(); i++) {
      String path = "poll.answers." + i + ".poll_media.text";
      errors.length(path, answers.get(i).path("poll_media").path("text").asText(""), 1, ANSWER);
    }
  }

  /** A new poll, which nobody has voted in. */
  static ObjectNode opened(JsonNode form, Instant now) {
    ObjectNode poll = Json.object();
    poll.set("question", form.path("question"));
    ArrayNode answers = poll.putArray("answers");
    for (JsonNode answer : form.path("answers")) {
      answers
          .addObject()
          .put("answer_id", answers.size())
          .set("poll_media", answer.path("poll_media"));
    }
    poll.put("expiry", Times.text(now.plus(Duration.ofHours(form.path("duration").asInt(DAY)))));
    poll.put("allow_multiselect", form.path("allow_multiselect").asBoolean());
    poll.put("layout_type", 1);
    poll.putObject("results").put("is_finalized", false).putArray("answer_counts");
    return poll;
  }
}
