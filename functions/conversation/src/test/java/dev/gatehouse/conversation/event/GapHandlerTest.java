package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.conversation.testing.ConversationFixture;
import dev.gatehouse.conversation.testing.InteractionJson;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class GapHandlerTest {
  private final ConversationFixture conversation = new ConversationFixture();

  @Test
  void whatWasMissedWhereWeTakePartIsAnswered() {
    conversation.receive(MessageJson.of("1001", "hello").mentioningUs());
    conversation.discord.wrote(MessageJson.of("1001", "hello").mentioningUs());
    conversation.discord.wrote(MessageJson.of("1002", "among people"));
    conversation.discord.wrote(MessageJson.of("1003", "still there?").mentioningUs());

    conversation.receive(gap(Shard.ONLY));

    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("hello", "still there?");
  }

  @Test
  void whatArrivesAfterAllIsNotAnsweredTwice() {
    MessageJson missed = MessageJson.of("1002", "still there?").mentioningUs();
    conversation.receive(MessageJson.of("1001", "hello").mentioningUs());
    conversation.discord.wrote(missed);

    conversation.receive(gap(Shard.ONLY));
    conversation.receive(missed);
    conversation.receive(gap(Shard.ONLY));

    assertThat(conversation.queued()).hasSize(2);
  }

  @Test
  void whereNobodyCalledUsNothingIsRead() {
    conversation.discord.wrote(MessageJson.of("1002", "hello").mentioningUs());
    conversation.receive(MessageJson.of("1001", "among people"));

    conversation.receive(gap(Shard.ONLY));

    assertThat(conversation.queued()).isEmpty();
  }

  @Test
  void onlyThatShardsConversationsAreRead() {
    conversation.receive(MessageJson.of("1001", "hello").mentioningUs());
    conversation.discord.wrote(MessageJson.of("1002", "still there?").mentioningUs());

    conversation.receive(gap(new Shard(1, 2)));
    assertThat(conversation.queued()).hasSize(1);

    conversation.receive(gap(new Shard(0, 2)));
    assertThat(conversation.queued()).hasSize(2);
  }

  @Test
  void oneChannelThatCannotBeReadDoesNotKeepTheOthersFromIt() {
    conversation.receive(MessageJson.of("1001", "a").in("100").mentioningUs());
    conversation.receive(MessageJson.of("1002", "b").in("101").mentioningUs());
    conversation.discord.wrote(MessageJson.of("1003", "c").in("100").mentioningUs().from("8"));
    conversation.discord.wrote(MessageJson.of("1004", "d").in("101").mentioningUs().from("8"));
    conversation.discord.unreadable("100", true);

    assertThatThrownBy(() -> conversation.receive(gap(Shard.ONLY)))
        .isInstanceOf(CatchUpIncompleteException.class)
        .hasMessageContaining("discord:100");
    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("a", "b", "d");

    conversation.discord.unreadable("100", false);
    conversation.receive(gap(Shard.ONLY));
    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("a", "b", "d", "c");
  }

  @Test
  void aMessageThatArrivesMeanwhileDoesNotHideTheGapFromItsNextDelivery() {
    MessageJson later = MessageJson.of("1003", "later").mentioningUs();
    conversation.receive(MessageJson.of("1001", "hello").mentioningUs());
    conversation.discord.wrote(MessageJson.of("1002", "missed").mentioningUs());
    conversation.discord.wrote(later);
    String gap = gap(Shard.ONLY);
    conversation.discord.unreadable("100", true);
    assertThatThrownBy(() -> conversation.receive(gap))
        .isInstanceOf(CatchUpIncompleteException.class);

    conversation.receive(later);
    conversation.discord.unreadable("100", false);
    conversation.receive(gap);

    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("hello", "later", "missed");
  }

  @Test
  void whenTimeRunsOutTheNextDeliveryGoesOn() {
    conversation.receive(MessageJson.of("1001", "a").in("100").mentioningUs());
    conversation.clock.advance(Duration.ofSeconds(1));
    conversation.receive(MessageJson.of("1002", "b").in("101").mentioningUs());
    conversation.discord.wrote(MessageJson.of("1003", "c").in("100").mentioningUs().from("8"));
    conversation.discord.wrote(MessageJson.of("1004", "d").in("101").mentioningUs().from("8"));
    String gap = gap(Shard.ONLY);
    conversation.discord.onRead(() -> conversation.clock.advance(Duration.ofMinutes(1)));

    assertThatThrownBy(() -> conversation.receive(gap)).hasMessageContaining("discord:100");
    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("a", "b", "d");

    conversation.receive(gap);
    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("a", "b", "d", "c");
  }

  @Test
  void whatPeopleWroteInAThreadBeforeTheyCalledUsIsNotAnswered() {
    conversation.discord.thread("100");
    conversation.discord.wrote(MessageJson.of("1001", "among people"));
    conversation.clock.advance(Duration.ofSeconds(1));
    conversation.receive(InteractionJson.ask("1002", "why?"));

    conversation.receive(gap(Shard.ONLY));

    assertThat(conversation.queued()).extracting(TurnRequested::prompt).containsExactly("why?");
  }

  private String gap(Shard shard) {
    return MessageCodec.encode(
        new GapDetected(
            QueueMessage.VERSION,
            new Platform("discord"),
            "session",
            shard,
            41,
            conversation.clock.instant().minusSeconds(60),
            conversation.clock.instant()));
  }
}
