package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chat.reply.Action;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DiscordRepliesTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "100");
  private static final ChannelReply REPLY = new ChannelReply("77");
  private static final Action STOP = new Action("stop:m1", "Stop", Action.Style.DANGER);
  private static final String CHANNEL = "/channels/100/messages";
  private static final String ORIGINAL = "/webhooks/800/secret/messages/@original";

  private final SettableClock clock = new SettableClock();
  private final InteractionReply interaction =
      new InteractionReply(
          "800", Secret.of("secret"), clock.instant().plus(Duration.ofMinutes(15)));
  private final FakeDiscord discord = new FakeDiscord();
  private final DiscordReplies replies = new DiscordReplies(discord.rest(), clock);

  @AfterEach
  void stop() {
    discord.close();
  }

  @Nested
  final class InAChannel {
    @Test
    void opensAsAReplyThatNotifiesNobodyElse() {
      replies.open(HERE, REPLY, "m1", new Draft("@everyone hello", List.of(STOP)));

      JsonNode sent = discord.last().json();
      assertThat(discord.lines()).containsExactly("POST " + CHANNEL);
      assertThat(sent.path("content").asText()).isEqualTo("@everyone hello");
      assertThat(sent.path("message_reference").path("message_id").asText()).isEqualTo("77");
      assertThat(sent.path("message_reference").path("fail_if_not_exists").asBoolean(true))
          .isFalse();
      assertThat(sent.path("allowed_mentions").path("parse").isEmpty()).isTrue();
      assertThat(sent.path("allowed_mentions").path("replied_user").asBoolean()).isTrue();
      assertThat(sent.path("nonce").asText()).isEqualTo("m1");
      assertThat(sent.path("enforce_nonce").asBoolean()).isTrue();
      JsonNode button = sent.path("components").path(0).path("components").path(0);
      assertThat(button.path("custom_id").asText()).isEqualTo("stop:m1");
      assertThat(button.path("style").asInt()).isEqualTo(4);
    }

    @Test
    void openingAgainIsTheSameMessage() {
      Reply first = replies.open(HERE, REPLY, "m1", Draft.of("one"));
      Reply again = replies.open(HERE, REPLY, "m1", Draft.of("two"));

      assertThat(again.reference()).isEqualTo(first.reference());
    }

    @Test
    void aLongKeyFitsTheNonce() {
      replies.open(HERE, REPLY, "a-key-that-is-longer-than-discord-takes", Draft.of("one"));

      assertThat(discord.last().json().path("nonce").asText()).hasSize(25);
    }

    @Test
    void showsByEditsAtThePaceOfTheHeaders() {
      Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
      Duration wait = reply.show(Draft.of("one two"));

      assertThat(discord.last().line()).isEqualTo("PATCH " + CHANNEL + "/5001");
      assertThat(discord.last().json().path("content").asText()).isEqualTo("one two");
      assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void withoutActionsTheButtonsGo() {
      Reply reply = replies.open(HERE, REPLY, "m1", new Draft("one", List.of(STOP)));
      reply.finish(Draft.of("done"));

      JsonNode components = discord.last().json().path("components");
      assertThat(components.isArray()).isTrue();
      assertThat(components.isEmpty()).isTrue();
    }

    @Test
    void aLongDraftShowsItsEnd() {
      Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
      reply.show(Draft.of("line\n".repeat(1000) + "the end"));

      assertThat(discord.last().json().path("content").asText())
          .hasSizeLessThanOrEqualTo(2000)
          .endsWith("the end");
    }

    @Test
    void aLongAnswerEndsInSeveralMessages() {
      Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
      reply.finish(new Draft("x".repeat(1500) + "\n\n" + "y".repeat(1500), List.of(STOP)));

      assertThat(discord.lines())
          .containsExactly("POST " + CHANNEL, "PATCH " + CHANNEL + "/5001", "POST " + CHANNEL);
      assertThat(discord.calls().get(1).json().path("content").asText()).startsWith("xxx");
      assertThat(discord.calls().get(1).json().path("components").isEmpty()).isTrue();
      JsonNode second = discord.last().json();
      assertThat(second.path("content").asText()).isEqualTo("y".repeat(1500));
      assertThat(second.path("components").size()).isEqualTo(1);
      assertThat(second.path("nonce").asText()).isEqualTo("5001-1");
    }

    @Test
    void finishingAgainSendsNothingTwice() {
      String text = "x".repeat(1500) + "\n\n" + "y".repeat(1500);
      Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
      reply.finish(Draft.of(text));
      String nonce = discord.last().json().path("nonce").asText();
      Reply resumed = replies.resume(HERE, REPLY, reply.reference()).orElseThrow();
      resumed.finish(Draft.of(text));

      assertThat(discord.last().json().path("nonce").asText()).isEqualTo(nonce);
    }

    @Test
    void aVeryLongAnswerEndsAsAFile() {
      Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
      reply.finish(Draft.of("word ".repeat(4000)));

      assertThat(discord.last().line()).isEqualTo("PATCH " + CHANNEL + "/5001");
      assertThat(discord.last().body())
          .contains("filename=\"answer.md\"", "word ".repeat(3999))
          .contains("\"attachments\":[{\"id\":\"0\"");
    }

    @Test
    void goesOnFromItsReference() {
      Reply reply = replies.open(HERE, REPLY, "m1", Draft.of("one"));
      replies.resume(HERE, REPLY, reply.reference()).orElseThrow().show(Draft.of("two"));

      assertThat(discord.last().line()).isEqualTo("PATCH " + CHANNEL + "/5001");
    }

    @Test
    void aReferenceOfSomethingElseIsNone() {
      for (String reference : List.of("", "channel", "channel:x", "mail:1", "original:1")) {
        assertThat(replies.resume(HERE, REPLY, reference)).isEmpty();
      }
    }
  }

  @Nested
  final class ToAnInteraction {
    @Test
    void editsTheDeferredResponse() {
      Reply reply = replies.open(HERE, interaction, "i1", Draft.of("one"));
      reply.show(Draft.of("two"));

      assertThat(discord.lines()).containsExactly("PATCH " + ORIGINAL, "PATCH " + ORIGINAL);
    }

    @Test
    void goesToTheChannelWhenTheTokenIsOver() {
      clock.advance(Duration.ofMinutes(15));
      Reply reply = replies.open(HERE, interaction, "i1", Draft.of("one"));
      reply.show(Draft.of("two"));

      assertThat(discord.lines()).containsExactly("POST " + CHANNEL, "PATCH " + CHANNEL + "/5001");
      assertThat(discord.calls().getFirst().json().has("message_reference")).isFalse();
    }

    @Test
    void goesToTheChannelWhenDiscordSaysThatTheTokenIsOver() {
      discord.refuse("PATCH /webhooks", 401, 50027);
      replies.open(HERE, interaction, "i1", Draft.of("one"));

      assertThat(discord.last().line()).isEqualTo("POST " + CHANNEL);
    }

    @Test
    void isEditedAsAMessageWhenTheTokenEndsMeanwhile() {
      Reply reply = replies.open(HERE, interaction, "i1", Draft.of("one"));
      clock.advance(Duration.ofMinutes(15));
      reply.show(Draft.of("two"));

      assertThat(discord.last().line()).isEqualTo("PATCH " + CHANNEL + "/5001");
    }

    @Test
    void furtherMessagesAreTheBotsOwn() {
      Reply reply = replies.open(HERE, interaction, "i1", Draft.of("one"));
      reply.finish(Draft.of("x".repeat(1500) + "\n\n" + "y".repeat(1500)));

      assertThat(discord.last().line()).isEqualTo("POST " + CHANNEL);
      assertThat(discord.last().json().path("nonce").asText()).isEqualTo("5001-1");
    }

    @Test
    void furtherMessagesAreFollowUpsWhereTheBotMayNotWrite() {
      discord.refuse("POST " + CHANNEL, 403, 50001);
      Reply reply = replies.open(HERE, interaction, "i1", Draft.of("one"));
      reply.finish(Draft.of("x".repeat(1500) + "\n\n" + "y".repeat(1500)));

      assertThat(discord.last().line()).isEqualTo("POST /webhooks/800/secret");
    }

    @Test
    void whatOnlyTheCallerSeesStaysSo() {
      discord.ephemeral();
      Reply reply = replies.open(HERE, interaction, "i1", Draft.of("one"));
      Reply resumed = replies.resume(HERE, interaction, reply.reference()).orElseThrow();
      resumed.finish(Draft.of("x".repeat(1500) + "\n\n" + "y".repeat(1500)));

      assertThat(discord.lines()).noneMatch(line -> line.contains("/channels/"));
      assertThat(discord.last().json().path("flags").asInt()).isEqualTo(64);
    }

    @Test
    void whatOnlyTheCallerIsToldIsAFollowUp() {
      replies.tell(HERE, interaction, "i1", "not yours");

      assertThat(discord.last().line()).isEqualTo("POST /webhooks/800/secret");
      assertThat(discord.last().json().path("flags").asInt()).isEqualTo(64);
    }
  }

  @ParameterizedTest
  @MethodSource("outsideTheChats")
  void whoAskedFromOutsideGetsNoMessageInTheChannel(ReplyTarget target) {
    Reply reply = replies.open(HERE, target, "m1", Draft.of("one"));
    reply.show(Draft.of("two"));
    Reply resumed = replies.resume(HERE, target, reply.reference()).orElseThrow();
    resumed.finish(Draft.of("three"));

    assertThat(discord.lines()).isEmpty();
  }

  static Stream<ReplyTarget> outsideTheChats() {
    return Stream.of(new ReplyTarget.ApiReply("ci", null), new ReplyTarget.ConsoleReply("s1"));
  }

  @Test
  void aChannelThatIsClosedIsNotToBeTriedAgain() {
    discord.refuse("POST " + CHANNEL, 403, 50001);

    assertThatThrownBy(() -> replies.open(HERE, REPLY, "m1", Draft.of("one")))
        .isInstanceOfSatisfying(ReplyException.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageContaining("50001");
  }

  @Test
  void aTokenThatIsWrongIsWorthAnotherTryOnceItIsRight() {
    discord.refuse("POST " + CHANNEL, 401, 0);

    assertThatThrownBy(() -> replies.open(HERE, REPLY, "m1", Draft.of("one")))
        .isInstanceOfSatisfying(ReplyException.class, e -> assertThat(e.retryable()).isTrue());
  }

  @Test
  void typingIsNoErrorWhenItFails() {
    discord.refuse("POST /channels/100/typing", 403, 50001);

    assertThatCode(() -> replies.showTyping(HERE)).doesNotThrowAnyException();
    assertThat(discord.lines()).containsExactly("POST /channels/100/typing");
  }

  @Test
  void typingIsLeftOutWhenItsLimitIsUsedUp() {
    discord.useUpTyping();
    replies.showTyping(HERE);
    replies.showTyping(HERE);

    assertThat(discord.lines()).containsExactly("POST /channels/100/typing");
  }
}
