package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.conversation.testing.ConversationFixture;
import dev.gatehouse.conversation.testing.FakeDiscord;
import dev.gatehouse.conversation.testing.MessageJson;
import dev.gatehouse.discord.json.MalformedPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MessageHandlerTest {
  private final ConversationFixture conversation = new ConversationFixture();

  @Test
  void aMentionBecomesATurn() {
    conversation.receive(MessageJson.of("1001", "why is it red?").mentioningUs());

    assertThat(conversation.queued())
        .singleElement()
        .satisfies(turn -> {
          assertThat(turn.turnId()).isEqualTo("discord:m1001");
          assertThat(turn.prompt()).isEqualTo("why is it red?");
          assertThat(turn.conversation()).isEqualTo(ConversationFixture.CHANNEL);
          assertThat(turn.reply()).isEqualTo(new ChannelReply("1001"));
          assertThat(turn.askedBy()).isEqualTo("7");
          assertThat(turn.askedByName()).isEqualTo("Ada");
        });
    assertThat(conversation.turns.find("discord:m1001")).isPresent();
    assertThat(conversation.replies.typing()).containsExactly(ConversationFixture.CHANNEL);
    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void theQuestionIsRememberedUnderItsMessageAndNotItsTurn() {
    conversation.receive(MessageJson.of("1001", "why?").mentioningUs());

    assertThat(conversation.remembered())
        .containsExactly(
            new Entry("1001", Entry.Role.USER, "Ada", "why?", conversation.clock.instant()));
  }

  @Test
  void directMessagesRepliesAndCommandsAreQuestions() {
    conversation.receive(MessageJson.of("1001", "in private").direct());
    conversation.receive(MessageJson.of("1002", "and then?").replyingTo(FakeDiscord.OURSELVES));
    conversation.receive(MessageJson.of("1003", "!ask by command").from("8"));

    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly(
            "in private",
            "and then?\n\n[In reply to a message of yours, of which nothing can be read]",
            "by command");
  }

  @Test
  void whatPeopleSayToEachOtherIsNotOurs() {
    conversation.receive(MessageJson.of("1001", "hello all"));
    conversation.receive(MessageJson.of("1002", "hello you").replyingTo("8"));

    assertThat(conversation.queued()).isEmpty();
    assertThat(conversation.replies.texts()).isEmpty();
    assertThat(conversation.remembered()).isEmpty();
  }

  @Test
  void botsAndWeOurselvesAreNotAnswered() {
    conversation.receive(MessageJson.of("1001", "!help").fromBot());
    conversation.receive(MessageJson.of("1002", "!help").from(FakeDiscord.OURSELVES));
    conversation.receive(MessageJson.of("1003", "hi").mentioningUs().fromBot());

    assertThat(conversation.queued()).isEmpty();
    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void aThreadThatWeWereCalledIntoNeedsNoMentionAnyMore() {
    conversation.discord.thread("300");
    conversation.receive(MessageJson.of("1001", "before").in("300"));
    conversation.receive(MessageJson.of("1002", "come here").in("300").mentioningUs());
    conversation.receive(MessageJson.of("1003", "and now?").in("300"));

    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("come here", "and now?");
  }

  @Test
  void aChannelIsNoThread() {
    conversation.receive(MessageJson.of("1001", "come here").mentioningUs());
    conversation.receive(MessageJson.of("1002", "and now?"));

    assertThat(conversation.queued()).hasSize(1);
  }

  @Test
  void theSameMessageIsAnsweredOnce() {
    conversation.receive(MessageJson.of("1001", "why?").mentioningUs());
    conversation.clock.advance(Duration.ofHours(1));
    conversation.receive(MessageJson.of("1001", "why?").mentioningUs());
    conversation.receive(MessageJson.of("1002", "!help"));
    conversation.receive(MessageJson.of("1002", "!help"));

    assertThat(conversation.queued()).hasSize(1);
    assertThat(conversation.replies.texts()).hasSize(1);
  }

  @Test
  void otherEventsAreLeftAlone() {
    MessageJson message = MessageJson.of("1001", "!help");
    conversation.receive(event("MESSAGE_UPDATE", message.json()));
    conversation.receive(event("GUILD_CREATE", new RawJson("{\"id\":\"50\"}")));
    conversation.receive(event("SOMETHING_NEW", new RawJson("[]")));

    assertThat(conversation.replies.texts()).isEmpty();
  }

  @Test
  void aClaimedPayloadIsFetched() {
    MessageJson message = MessageJson.of("1001", "!help");
    byte[] bytes = message.json().text().getBytes(StandardCharsets.UTF_8);
    conversation.claims.put("big", bytes);

    conversation.receive(
        message.body(conversation.clock.instant(), new Payload.Claimed("big", bytes.length)));

    assertThat(conversation.replies.texts()).hasSize(1);
  }

  @Test
  void aClaimThatIsGoneIsSaid() {
    String body =
        MessageJson.of("1001", "!help")
            .body(conversation.clock.instant(), new Payload.Claimed("gone", 9));

    assertThatThrownBy(() -> conversation.receive(body))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("claim.key: has expired");
  }

  @Test
  void aMalformedPayloadNamesItsField() {
    String body = event("MESSAGE_CREATE", new RawJson("{\"id\":\"1\",\"channel_id\":[]}"));

    assertThatThrownBy(() -> conversation.receive(body))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessageContaining("channel_id");
  }

  @Test
  void aMessageOfAnotherQueueIsRefused() {
    conversation.receive(MessageJson.of("1001", "why?").mentioningUs());
    String turn = MessageCodec.encode(conversation.queued().getFirst());

    assertThatThrownBy(() -> conversation.receive(turn))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("kind");
  }

  private String event(String name, RawJson payload) {
    return MessageCodec.encode(
        new GatewayEvent(
            QueueMessage.VERSION,
            new Platform("discord"),
            "session",
            1,
            Shard.ONLY,
            name,
            "50",
            "100",
            false,
            false,
            null,
            conversation.clock.instant(),
            new Payload.Inline(payload)));
  }
}
