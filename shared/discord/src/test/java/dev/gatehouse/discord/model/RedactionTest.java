package dev.gatehouse.discord.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RedactionTest {
  private static final String WORDS = "what a person wrote";

  @ParameterizedTest
  @MethodSource("objectsWithWords")
  void doesNotPrintWhatAPersonWrote(Object object) {
    assertThat(object.toString().contains(WORDS)).as(object::toString).isFalse();
  }

  static Stream<Object> objectsWithWords() {
    var option = new OptionValue("question", CommandOptionType.STRING, WORDS, List.of(), false);
    var input = new TextInput("why", null, null, null, WORDS, null, null, null);
    return Stream.of(
        MessageCreate.text(WORDS),
        MessageEdit.text(WORDS),
        option,
        new CommandData(Snowflake.of(1), "ask", null, null, List.of(option), null, null),
        new ModalData("report", List.of(ActionRow.of(input)), null),
        new MessageSnapshot(
            new SnapshotContent(
                null, WORDS, null, null, null, null, null, null, MessageFlags.NONE)));
  }
}
