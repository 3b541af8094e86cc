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
import dev.gatehouse.conversation.testing.FakeDiscord;
import dev.gatehouse.conversation.testing.House;
import dev.gatehouse.conversation.testing.MessageJson;
import dev.gatehouse.discord.json.MalformedPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private final House house = new House();

  @Test
  void aMentionBecomesATurn() {
    house.receive(MessageJson.of("1001", "why is it red?").mentioningUs());

    assertThat(house.queued())
        .singleElement()
        .satisfies(turn -> {
          assertThat(turn.turnId()).isEqualTo("m1001");
          assertThat(turn.prompt()).isEqualTo("why is it red?");
          assertThat(turn.conversation()).isEqualTo(House.CHANNEL);
          assertThat(turn.reply()).isEqualTo(new ChannelReply("1001"));
          assertThat(turn.askedBy()).isEqualTo("7");
          assertThat(turn.askedByName()).isEqualTo("Ada");
        });
    assertThat(house.turns.find("m1001")).isPresent();
    assertThat(house.replies.typing()).containsExactly(House.CHANNEL);
    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void theQuestionIsRememberedUnderItsMessageAndNotItsTurn() {
    house.receive(MessageJson.of("1001", "why?").mentioningUs());

    assertThat(house.remembered())
        .containsExactly(new Entry("1001", Entry.Role.USER, "Ada", "why?", house.clock.instant()));
  }

  @Test
  void directMessagesRepliesAndCommandsAreQuestions() {
    house.receive(MessageJson.of("1001", "in private").direct());
    house.receive(MessageJson.of("1002", "and then?").replyingTo(FakeDiscord.OURSELVES));
    house.receive(MessageJson.of("1003", "!ask by command").from("8"));

    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("in private", "and then?", "by command");
  }

  @Test
  void whatPeopleSayToEachOtherIsNotOurs() {
    house.receive(MessageJson.of("1001", "hello all"));
    house.receive(MessageJson.of("1002", "hello you").replyingTo("8"));

    assertThat(house.queued()).isEmpty();
    assertThat(house.replies.texts()).isEmpty();
    assertThat(house.remembered()).isEmpty();
  }

  @Test
  void botsAndWeOurselvesAreNotAnswered() {
    house.receive(MessageJson.of("1001", "!help").fromBot());
    house.receive(MessageJson.of("1002", "!help").from(FakeDiscord.OURSELVES));
    house.receive(MessageJson.of("1003", "hi").mentioningUs().fromBot());

    assertThat(house.queued()).isEmpty();
    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void aThreadThatWeWereCalledIntoNeedsNoMentionAnyMore() {
    house.discord.thread("300");
    house.receive(MessageJson.of("1001", "before").in("300"));
    house.receive(MessageJson.of("1002", "come here").in("300").mentioningUs());
    house.receive(MessageJson.of("1003", "and now?").in("300"));

    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("come here", "and now?");
  }

  @Test
  void aChannelIsNoThread() {
    house.receive(MessageJson.of("1001", "come here").mentioningUs());
    house.receive(MessageJson.of("1002", "and now?"));

    assertThat(house.queued()).hasSize(1);
  }

  @Test
  void theSameMessageIsAnsweredOnce() {
    house.receive(MessageJson.of("1001", "why?").mentioningUs());
    house.clock.advance(Duration.ofHours(1));
    house.receive(MessageJson.of("1001", "why?").mentioningUs());
    house.receive(MessageJson.of("1002", "!help"));
    house.receive(MessageJson.of("1002", "!help"));

    assertThat(house.queued()).hasSize(1);
    assertThat(house.replies.texts()).hasSize(1);
  }

  @Test
  void otherEventsAreLeftAlone() {
    MessageJson message = MessageJson.of("1001", "!help");
    house.receive(event("MESSAGE_UPDATE", message.json()));
    house.receive(event("GUILD_CREATE", new RawJson("{\"id\":\"50\"}")));
    house.receive(event("SOMETHING_NEW", new RawJson("[]")));

    assertThat(house.replies.texts()).isEmpty();
  }

  @Test
  void aClaimedPayloadIsFetched() {
    MessageJson message = MessageJson.of("1001", "!help");
    byte[] bytes = message.json().text().getBytes(StandardCharsets.UTF_8);
    house.claims.put("big", bytes);

    house.receive(message.body(house.clock.instant(), new Payload.Claimed("big", bytes.length)));

    assertThat(house.replies.texts()).hasSize(1);
  }

  @Test
  void aClaimThatIsGoneIsSaid() {
    String body =
        MessageJson.of("1001", "!help").body(house.clock.instant(), new Payload.Claimed("gone", 9));

    assertThatThrownBy(() -> house.receive(body))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("claim.key: has expired");
  }

  @Test
  void aMalformedPayloadNamesItsField() {
    String body = event("MESSAGE_CREATE", new RawJson("{\"id\":\"1\",\"channel_id\":[]}"));

    assertThatThrownBy(() -> house.receive(body))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessageContaining("channel_id");
  }

  @Test
  void aMessageOfAnotherQueueIsRefused() {
    house.receive(MessageJson.of("1001", "why?").mentioningUs());
    String turn = MessageCodec.encode(house.queued().getFirst());

    assertThatThrownBy(() -> house.receive(turn))
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
            house.clock.instant(),
            new Payload.Inline(payload)));
  }
}
