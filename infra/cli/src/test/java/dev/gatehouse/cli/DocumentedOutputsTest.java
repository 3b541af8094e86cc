package dev.gatehouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    assertTrue(named.contains("InteractionsUrl"), named.toString());
    assertEquals(List.of(), StackOutputs.missingFrom(Repository.file("template.yaml"), named));
  }

  @Test
  void theLaunchersHelpNamesOutputsOfTheStack() throws IOException {
    List<String> named =
        StackOutputs.namedAfter("the output ", Files.readString(Repository.file("gatehouse")));

    assertEquals(List.of("EventsQueueUrl", "TurnsQueueUrl", "CommandsQueueUrl"), named);
    assertEquals(List.of(), StackOutputs.missingFrom(Repository.file("template.yaml"), named));
  }
}
