package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.model.ApplicationEdit;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.ThreadStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a successful answer to a write holds, the write is done: it is neither a failure nor
 * sent again.
 */
final class WriteAnswersTest {
  private static final Snowflake CHANNEL = Snowflake.of("1200000000000000001");
  private static final Snowflake MESSAGE = Snowflake.of("1300000000000000001");
  private static final Snowflake APPLICATION = Snowflake.of("1000000000000000009");
  private static final Secret TOKEN = Secret.of("interaction-token");

  private static final List<Write> WRITES =
      List.of(
          new Write(
              "create", "message", rest -> rest.createMessage(CHANNEL, MessageCreate.text("hi"))),
          new Write(
              "edit",
              "message",
              rest -> rest.editMessage(CHANNEL, MESSAGE, MessageEdit.text("hi"))),
          new Write(
              "respond",
              "message",
              rest -> rest.editOriginal(APPLICATION, TOKEN, MessageEdit.text("hi"))),
          new Write(
              "follow up",
              "message",
              rest -> rest.createFollowup(APPLICATION, TOKEN, MessageCreate.text("hi"))),
          new Write(
              "edit a follow-up",
              "message",
              rest -> rest.editFollowup(APPLICATION, TOKEN, MESSAGE, MessageEdit.text("hi"))),
          new Write(
              "start a thread",
              "channel",
              rest -> rest.startThread(CHANNEL, MESSAGE, ThreadStart.named("why"))),
          new Write(
              "edit the application",
              "application",
              rest ->
                  rest.editCurrentApplication(
                      ApplicationEdit.interactionsEndpoint("https://example.com"))),
          new Write(
              "register",
              "application-command",
              rest -> rest.overwriteGlobalCommands(APPLICATION, List.of())));

  private static final List<String> ODDITIES =
      List.of(
          "null",
          "\"odd\"",
          "\"\"",
          "4711",
          "-1",
          "1e40",
          "true",
          "[]",
          "[\"odd\"]",
          "{}",
          "{\"odd\":1}",
          '"' + "x".repeat(50_000) + '"');

  private static final List<String> BODIES =
      List.of(
          "", "null", "[]", "7", "\"ok\"", "{}", "<html>done</html>", "{\"id\":", "[null,1,{}]");

  private final FakeTime time = new FakeTime();
  private final ScriptedExchange discord = new ScriptedExchange(time);
  private final DiscordRest rest =
      DiscordRest.create(DiscordRestConfig.of(Secret.of("bot-token")), discord, time);

  @ParameterizedTest
  @MethodSource("oddAnswers")
  void isDoneOnceWhateverTheAnswerHolds(Write write, List<String> answers) {
    for (String answer : answers) {
      discord.answering(Answers.of(200, answer));
      assertThat(write.call().apply(rest)).as(answer).isNotNull();
    }
    assertThat(discord.requests()).hasSameSizeAs(answers);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void knowsWhatItWroteWithoutAnAnswer(String body) {
    ApiResponse answer = Answers.of(200, body);
    discord.answering(answer, answer, answer);
    Message created = rest.createMessage(CHANNEL, MessageCreate.text("hi"));
    Message edited = rest.editMessage(CHANNEL, MESSAGE, MessageEdit.text("hi"));
    assertThat(List.of(created.channelId(), created.id()))
        .containsExactly(CHANNEL, Snowflake.UNKNOWN);
    assertThat(List.of(edited.channelId(), edited.id())).containsExactly(CHANNEL, MESSAGE);
    assertThat(rest.startThread(CHANNEL, MESSAGE, ThreadStart.named("why")).id())
        .isEqualTo(MESSAGE);
  }

  @Test
  void readsTheIdBesideAnOddField() {
    discord.answering(Answers.of(200, "{\"id\":\"5\",\"channel_id\":{},\"timestamp\":\"today\"}"));
    assertThat(rest.createMessage(CHANNEL, MessageCreate.text("hi")).id())
        .isEqualTo(Snowflake.of(5));
  }

  static List<String> bodies() {
    return BODIES;
  }

  static Stream<Object[]> oddAnswers() {
    return WRITES.stream().map(write -> new Object[] {write, answers(write)});
  }

  /** Each field of the answer in each odd form, and left out; then bodies that are no answer. */
  private static List<String> answers(Write write) {
    ObjectNode whole = (ObjectNode) tree(payload(write.payload()));
    Map<String, ObjectNode> odd = new LinkedHashMap<>();
    for (String field : fields(whole)) {
      odd.put(field + " absent", without(whole, field));
      for (String oddity : ODDITIES) {
        ObjectNode changed = whole.deepCopy();
        changed.set(field, tree(oddity));
        odd.put(field + " " + oddity, changed);
      }
    }
    boolean list = write.name().equals("register");
    Stream<String> fields =
        odd.values().stream().map(body -> list ? "[" + body + "]" : body.toString());
    return Stream.concat(fields, BODIES.stream()).toList();
  }

  private static List<String> fields(ObjectNode whole) {
    List<String> names = new ArrayList<>();
    whole.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ObjectNode without(ObjectNode whole, String field) {
    ObjectNode less = whole.deepCopy();
    less.remove(field);
    return less;
  }

  private static JsonNode tree(String json) {
    return DiscordJson.read("{\"value\":" + json + "}", JsonNode.class).get("value");
  }

  private static String payload(String name) {
    try (InputStream in =
        WriteAnswersTest.class.getResourceAsStream("/payloads/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A call that changes something, and the payload that answers it. */
  private record Write(String name, String payload, Function<DiscordRest, Object> call) {
    @Override
    public String toString() {
      return name;
    }
  }
}
