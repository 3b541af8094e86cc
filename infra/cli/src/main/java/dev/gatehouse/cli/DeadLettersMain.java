package dev.gatehouse.cli;

import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import java.io.PrintStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code ./gatehouse dead-letters [list|redrive] [--queue events|turns|commands]}. */
public final class DeadLettersMain {
  private static final int USAGE = 2;

  private DeadLettersMain() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), Clock.systemUTC(), System.out));
  }

  static int run(
      List<String> arguments,
      Map<String, String> environment,
      InstantSource clock,
      PrintStream out) {
    try {
      DeadLetterCommand command = DeadLetterCommand.parse(arguments);
      Settings settings = Settings.of(Part.COMMANDS, environment);
      List<SourceQueue> queues = queues(command, settings);
      try (AwsClients clients = AwsClients.of(settings)) {
        DeadLetterReport report = new DeadLetterReport(clients.sqs(), settings, clock, out);
        queues.forEach(queue -> report.on(command.action(), queue));
      }
      return 0;
    } catch (InvalidSettingException | IllegalStateException | SdkException e) {
      out.println("dead-letters: " + e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      out.println(
          "dead-letters: "
              + e.getMessage()
              + " (usage: dead-letters [list|redrive] [--queue events|turns|commands])");
      return USAGE;
    }
  }

  private static List<SourceQueue> queues(DeadLetterCommand command, Settings settings) {
    List<SourceQueue> queues =
        command
            .queue()
            .map(List::of)
            .orElseGet(() ->
                Arrays.stream(SourceQueue.values())
                    .filter(queue -> settings.text(queue.variable()).isPresent())
                    .toList());
    if (queues.isEmpty()) {
      throw new InvalidSettingException(
          "EVENTS_QUEUE_URL",
          "is not set, nor are TURNS_QUEUE_URL and COMMANDS_QUEUE_URL; set those of the queues to look at");
    }
    return queues;
  }
}
