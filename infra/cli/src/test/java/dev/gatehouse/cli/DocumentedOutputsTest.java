package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever follows the README, or the launcher's help, finds each output that these name. */
class DocumentedOutputsTest {
  @Test
  void theReadmeNamesOutputsOfTheStack() throws IOException {
    List<String> named =
        StackOutputs.namedAfter("`", Files.readString(Repository.file("README.md")));

    assertThat(named.contains("InteractionsUrl")).as(named.toString()).isTrue();
    assertThat(StackOutputs.missingFrom(Repository.file("template.yaml"), named)).isEmpty();
  }

  @Test
  void theLaunchersHelpNamesOutputsOfTheStack() throws IOException {
    List<String> named =
        StackOutputs.namedAfter("the output ", Files.readString(Repository.file("gatehouse")));

    assertThat(named).isEqualTo(List.of("EventsQueueUrl", "TurnsQueueUrl", "CommandsQueueUrl"));
    assertThat(StackOutputs.missingFrom(Repository.file("template.yaml"), named)).isEmpty();
  }
}
