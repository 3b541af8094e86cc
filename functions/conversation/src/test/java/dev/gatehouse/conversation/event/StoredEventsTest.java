package dev.gatehouse.conversation.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.conversation.testing.ConversationFixture;
import dev.gatehouse.lambda.SqsEvent;
import dev.gatehouse.lambda.SqsRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events that {@code sam local invoke} is given as well. */
final class StoredEventsTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final String BOT = "1100000000000000001";

  private final ConversationFixture conversation = new ConversationFixture(BOT);

  @Test
  void aMessageThatMentionsTheBot() throws IOException {
    List<SqsRecord> records = read("sqs-gateway-message.json");

    assertThat(records)
        .extracting(SqsRecord::groupId)
        .containsExactly("discord:1100000000000000020");
    conversation.receive(records.getFirst().body());
    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("why does the build fail with exit code 137?");
  }

  @Test
  void anAskedQuestion() throws IOException {
    conversation.receive(read("sqs-interaction.json").getFirst().body());

    assertThat(conversation.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("Why does `mvn verify` fail with \"release version 25 not supported\"?");
  }

  private static List<SqsRecord> read(String name) throws IOException {
    try (InputStream event = Files.newInputStream(EVENTS.resolve(name))) {
      return SqsEvent.read(event);
    }
  }
}
