package dev.gatehouse.conversation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.conversation.testing.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events that {@code sam local invoke} is given as well. */
final class QueueEventsTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final String BOT = "1100000000000000001";

  private final QueueEvents queueEvents = new QueueEvents(new ObjectMapper());
  private final House house = new House(BOT);

  @Test
  void aMessageThatMentionsTheBot() throws IOException {
    List<QueueRecord> records = read("sqs-gateway-message.json");

    assertThat(records)
        .extracting(QueueRecord::groupId)
        .containsExactly("discord:1100000000000000020");
    house.receive(records.getFirst().body());
    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("why does the build fail with exit code 137?");
  }

  @Test
  void anAskedQuestion() throws IOException {
    house.receive(read("sqs-interaction.json").getFirst().body());

    assertThat(house.queued())
        .extracting(TurnRequested::prompt)
        .containsExactly("Why does `mvn verify` fail with \"release version 25 not supported\"?");
  }

  @Test
  void theResponseNamesWhatFailed() throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    queueEvents.write(List.of(new QueueRecord("1", "a", 1, "body")), response);

    assertThat(response.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
  }

  private List<QueueRecord> read(String name) throws IOException {
    try (InputStream event = Files.newInputStream(EVENTS.resolve(name))) {
      return queueEvents.read(event);
    }
  }
}
