package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.conversation.testing.House;
import dev.gatehouse.conversation.testing.InteractionJson;
import dev.gatehouse.conversation.testing.MessageJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CatchUpTest {
  private final House house = new House();

  @Test
  void whatWasMissedWhereWeTakePartIsAnswered() {
    house.receive(MessageJson.of("1001", "hello").mentioningUs());
    house.discord.wrote(MessageJson.of("1001", "hello").mentioningUs());
    house.discord.wrote(MessageJson.of("1002", "among people"));
    house.discord.wrote(MessageJson.of("1003", "still there?").mentioningUs());

    house.receive(gap(Shard.ONLY));

    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("hello", "still there?");
  }

  @Test
  void whatArrivesAfterAllIsNotAnsweredTwice() {
    MessageJson missed = MessageJson.of("1002", "still there?").mentioningUs();
    house.receive(MessageJson.of("1001", "hello").mentioningUs());
    house.discord.wrote(missed);

    house.receive(gap(Shard.ONLY));
    house.receive(missed);
    house.receive(gap(Shard.ONLY));

    assertThat(house.queued()).hasSize(2);
  }

  @Test
  void whereNobodyCalledUsNothingIsRead() {
    house.discord.wrote(MessageJson.of("1002", "hello").mentioningUs());
    house.receive(MessageJson.of("1001", "among people"));

    house.receive(gap(Shard.ONLY));

    assertThat(house.queued()).isEmpty();
  }

  @Test
  void onlyThatShardsConversationsAreRead() {
    house.receive(MessageJson.of("1001", "hello").mentioningUs());
    house.discord.wrote(MessageJson.of("1002", "still there?").mentioningUs());

    house.receive(gap(new Shard(1, 2)));
    assertThat(house.queued()).hasSize(1);

    house.receive(gap(new Shard(0, 2)));
    assertThat(house.queued()).hasSize(2);
  }

  @Test
  void oneChannelThatCannotBeReadDoesNotKeepTheOthersFromIt() {
    house.receive(MessageJson.of("1001", "a").in("100").mentioningUs());
    house.receive(MessageJson.of("1002", "b").in("101").mentioningUs());
    house.discord.wrote(MessageJson.of("1003", "c").in("100").mentioningUs().from("8"));
    house.discord.wrote(MessageJson.of("1004", "d").in("101").mentioningUs().from("8"));
    house.discord.unreadable("100", true);

    assertThatThrownBy(() -> house.receive(gap(Shard.ONLY)))
        .isInstanceOf(CatchUpException.class)
        .hasMessageContaining("discord:100");
    assertThat(house.queued()).extracting(TurnRequested::prompt).containsExactly("a", "b", "d");

    house.discord.unreadable("100", false);
    house.receive(gap(Shard.ONLY));
    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("a", "b", "d", "c");
  }

  @Test
  void aMessageThatArrivesMeanwhileDoesNotHideTheGapFromItsNextDelivery() {
    MessageJson later = MessageJson.of("1003", "later").mentioningUs();
    house.receive(MessageJson.of("1001", "hello").mentioningUs());
    house.discord.wrote(MessageJson.of("1002", "missed").mentioningUs());
    house.discord.wrote(later);
    String gap = gap(Shard.ONLY);
    house.discord.unreadable("100", true);
    assertThatThrownBy(() -> house.receive(gap)).isInstanceOf(CatchUpException.class);

    house.receive(later);
    house.discord.unreadable("100", false);
    house.receive(gap);

    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("hello", "later", "missed");
  }

  @Test
  void whenTimeRunsOutTheNextDeliveryGoesOn() {
    house.receive(MessageJson.of("1001", "a").in("100").mentioningUs());
    house.clock.advance(Duration.ofSeconds(1));
    house.receive(MessageJson.of("1002", "b").in("101").mentioningUs());
    house.discord.wrote(MessageJson.of("1003", "c").in("100").mentioningUs().from("8"));
    house.discord.wrote(MessageJson.of("1004", "d").in("101").mentioningUs().from("8"));
    String gap = gap(Shard.ONLY);
    house.discord.onRead(() -> house.clock.advance(Duration.ofMinutes(1)));

    assertThatThrownBy(() -> house.receive(gap)).hasMessageContaining("discord:100");
    assertThat(house.queued()).extracting(TurnRequested::prompt).containsExactly("a", "b", "d");

    house.receive(gap);
    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("a", "b", "d", "c");
  }

  @Test
  void whatPeopleWroteInAThreadBeforeTheyCalledUsIsNotAnswered() {
    house.discord.thread("100");
    house.discord.wrote(MessageJson.of("1001", "among people"));
    house.clock.advance(Duration.ofSeconds(1));
    house.receive(InteractionJson.ask("1002", "why?"));

    house.receive(gap(Shard.ONLY));

    assertThat(house.queued()).extracting(TurnRequested::prompt).containsExactly("why?");
  }

  private String gap(Shard shard) {
    return MessageCodec.encode(
        new GapDetected(
            QueueMessage.VERSION,
            new Platform("discord"),
            "session",
            shard,
            41,
            house.clock.instant().minusSeconds(60),
            house.clock.instant()));
  }
}
