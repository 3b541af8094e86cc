package dev.gatehouse.conversation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.gatehouse.assistant.command.SettingsStatus;
import dev.gatehouse.assistant.processing.AnsweredButUnsavedException;
import dev.gatehouse.assistant.processing.HeldElsewhereException;
import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformContext;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.conversation.event.CatchUpIncompleteException;
import dev.gatehouse.conversation.event.EventRouter;
import dev.gatehouse.conversation.wiring.Conversation;
import dev.gatehouse.conversation.wiring.ConversationSettings;
import dev.gatehouse.conversation.wiring.Ports;
import dev.gatehouse.lambda.BatchResponse;
import dev.gatehouse.lambda.GroupedBatch;
import dev.gatehouse.lambda.Lazy;
import dev.gatehouse.lambda.Priming;
import dev.gatehouse.lambda.RecordFailures;
import dev.gatehouse.lambda.RecordResult;
import dev.gatehouse.lambda.SqsEvent;
import dev.gatehouse.lambda.SqsRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The entry point of the Lambda function: takes batches of the events queue and answers with the
 * records that failed.
 */
public final class ConversationHandler implements RequestStreamHandler {
  private static final RecordFailures FAILURES = new RecordFailures(ConversationHandler::mayPass);

  private final GroupedBatch batch;

  /** As Lambda makes it: settings from the process's environment. */
  public ConversationHandler() {
    this(System.getenv());
  }

  /**
   * With settings of one's own.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the setting that is
   *     missing or wrong
   */
  public ConversationHandler(Map<String, String> environment) {
    Settings settings = Settings.of(Part.CONVERSATION, environment);
    ConversationSettings own = ConversationSettings.of(settings);
    SettingsStatus status =
        SettingsStatus.of(settings, own.conversations().historyDays(), own.claims().isPresent());
    AwsClients aws = AwsClients.of(settings);
    Clock clock = Clock.systemUTC();
    Supplier<ChatPlatforms> platforms =
        ChatPlatforms.configured(
            new PlatformContext(settings, aws.secrets(clock), clock, System::nanoTime));
    Lazy<EventRouter> events =
        new Lazy<>(() ->
            Conversation.on(
                new Ports(
                    aws.table(own.conversations().name()),
                    aws.queue(own.turnsQueue()),
                    own.claims().map(store -> aws.blobs(store, clock)),
                    platforms.get(),
                    clock,
                    () -> UUID.randomUUID().toString()),
                own.conversations(),
                status,
                own.questionsPerMinute(),
                own.readsFiles()));
    this.batch =
        new GroupedBatch(
            record -> handle(events, record),
            new Lazy<>(() -> aws.deliveries(own.eventsQueue(), own.deadLetters())));
    Priming.run(environment, () -> aws.touch(own.conversations().name()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    BatchResponse.write(batch.handle(SqsEvent.read(event)), response);
  }

  private static RecordResult handle(Supplier<EventRouter> events, SqsRecord record) {
    try {
      events.get().handle(record.body());
      return new RecordResult.Handled();
    } catch (RuntimeException e) {
      return FAILURES.judge(record, e);
    }
  }

  private static boolean mayPass(RuntimeException failure) {
    return failure instanceof ReplyException
        || failure instanceof HeldElsewhereException
        || failure instanceof AnsweredButUnsavedException
        || failure instanceof CatchUpIncompleteException;
  }
}
