package dev.gatehouse.cli;

import dev.gatehouse.contracts.settings.Settings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Does what was asked with a queue's dead letters and says so, never with their content. */
final class DeadLetterReport {
  private final SqsClient sqs;
  private final Settings settings;
  private final InstantSource clock;
  private final PrintStream out;

  DeadLetterReport(SqsClient sqs, Settings settings, InstantSource clock, PrintStream out) {
    this.sqs = sqs;
    this.settings = settings;
    this.clock = clock;
    this.out = out;
  }

  void on(DeadLetterCommand.Action action, SourceQueue queue) {
    String source = settings.requiredText(queue.variable(), "the queue's URL");
    DeadLetterQueue letters = DeadLetterQueue.of(sqs, source);
    switch (action) {
      case LIST -> list(queue, letters);
      case REDRIVE -> redrive(queue, letters);
    }
  }

  private void list(SourceQueue queue, DeadLetterQueue letters) {
    int size = letters.size();
    List<DeadLetter> seen = letters.look();
    out.println(queue.label() + ": " + counted(Math.max(size, seen.size())));
    seen.forEach(letter -> print(queue, letter));
    if (size > seen.size()) {
      out.println(
          "  and %d more behind these or held by another reader".formatted(size - seen.size()));
    }
  }

  private void print(SourceQueue queue, DeadLetter letter) {
    Diagnosis diagnosis = Diagnosis.of(queue, letter);
    out.println(
        "  %s  group %s  %s  received %d times  %s old"
            .formatted(
                letter.messageId(),
                letter.group(),
                diagnosis.kind(),
                letter.receives(),
                age(letter.sentAt())));
    out.println("    " + diagnosis.reason());
  }

  private void redrive(SourceQueue queue, DeadLetterQueue letters) {
    AtomicInteger sent = new AtomicInteger();
    letters.redrive(letter -> {
      sent.incrementAndGet();
      out.println("  " + letter.messageId() + "  group " + letter.group());
    });
    out.println(queue.label() + ": " + counted(sent.get()) + " sent back");
  }

  private static String counted(int letters) {
    return letters == 1 ? "1 dead letter" : letters + " dead letters";
  }

  private String age(Instant sentAt) {
    Duration age = Duration.between(sentAt, clock.instant());
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
  }
}
