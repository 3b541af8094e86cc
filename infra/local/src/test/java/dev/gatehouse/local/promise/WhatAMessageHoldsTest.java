package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a message brings reaches the model: from a person's page over each part of the stack. */
final class WhatAMessageHoldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ScriptedModel model;
  private static Stack stack;

  @BeforeAll
  static void start() throws Exception {
    model = ScriptedModel.open();
    stack = Stack.start(model.settings());
  }

  @AfterAll
  static void stop() {
    stack.close();
    model.close();
  }

  @Test
  void filesAreFetchedAndWhatIsRepliedToIsQuoted() {
    model.answers("A symbol is missing.");
    String channel = stack.conversation();
    String original = stack.say(channel, "it broke at <t:1767261600:F>").path("id").asText();
    ObjectNode question = message(stack.mention() + " why, in <#" + channel + ">?");
    question.put("reply_to", original);
    question
        .putArray("attachments")
        .add(file("build.log", "error: cannot find symbol\n"))
        .add(file("shot.png", "\u0000\u0001"));

    String reply = stack.awaitReply(channel, post(channel, question));

    assertThat(lastQuestion())
        .endsWith(
            """
            why, in #a promise?

            [In reply to a message of %s:]
            > it broke at 2026-01-01 10:00 UTC

            [File build.log:]
            > error: cannot find symbol

            [File shot.png, not read: it is a picture]

            [1 of 2 files read]\
            """
                .formatted(lastQuestion().split(":", 2)[0]));
    assertThat(reply)
        .isEqualTo("A symbol is missing.\n\n*1 of 2 files read: `shot.png` is a picture.*");
  }

  @Test
  void aForwardedMessageIsQuoted() {
    model.answers("No.");
    String channel = stack.conversation();
    String original = stack.say(channel, "is port 8080 taken?").path("id").asText();
    stack.say(channel, stack.mention());
    ObjectNode forward = message("");
    forward.put("forward", original);

    stack.awaitReply(channel, post(channel, forward));

    assertThat(lastQuestion()).endsWith("[A forwarded message:]\n> is port 8080 taken?");
  }

  @Test
  void aMentionOfTheRoleThatStandsForUsIsOneOfUs() {
    model.answers("Because.");
    String channel = stack.conversation();
    String role =
        stack
            .state()
            .path("guilds")
            .path(0)
            .path("roles")
            .valueStream()
            .filter(each -> each.path("managed").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();

    stack.awaitReply(channel, stack.say(channel, "<@&" + role + "> why?"));

    assertThat(lastQuestion()).endsWith(": why?");
  }

  private static String lastQuestion() {
    return model
        .asked()
        .getLast()
        .path("messages")
        .valueStream()
        .toList()
        .getLast()
        .path("content")
        .asText();
  }

  private static ObjectNode message(String text) {
    return JSON.createObjectNode().put("user_id", stack.person()).put("content", text);
  }

  private static ObjectNode file(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return JSON.createObjectNode()
        .put("filename", name)
        .put("content_base64", Base64.getEncoder().encodeToString(bytes));
  }

  private static JsonNode post(String channel, ObjectNode message) {
    return stack.post("/control/channels/" + channel + "/messages", message);
  }
}
