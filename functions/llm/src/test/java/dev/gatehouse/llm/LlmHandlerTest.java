package dev.gatehouse.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.TurnState;
import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.PlatformReplies;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.prompt.PromptWriter;
import dev.gatehouse.llm.search.BundledDocuments;
import dev.gatehouse.llm.standin.Documents;
import dev.gatehouse.llm.standin.StandInModel;
import dev.gatehouse.llm.turn.RunTurn;
import dev.gatehouse.llm.turn.StreamingSettings;
import dev.gatehouse.llm.turn.TurnLog;
import dev.gatehouse.llm.turn.TurnPorts;
import dev.gatehouse.llm.turn.TurnReport;
import dev.gatehouse.testkit.queue.RecordedDeliveries;
import dev.gatehouse.testkit.queue.RecordedDeliveries.Buried;
import dev.gatehouse.testkit.queue.RecordedDeliveries.Visibility;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LlmHandlerTest {
  private static final String NONE_FAILED = "{\"batchItemFailures\":[]}";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Clock clock = Clock.systemUTC();
  private final InMemoryTable table = new InMemoryTable();
  private final ListedReplies replies = new ListedReplies();
  private final RecordedDeliveries queue = new RecordedDeliveries();

  @Test
  void answersEachTurnOfABatch() throws IOException {
    String response = handle(table, turn("t1", "100"), turn("t2", "200"));

    assertThat(response).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(replies.finished).hasSize(2).allMatch(text -> text.startsWith("**Stand-in model**"));
    assertThat(turns(table).find("t2").orElseThrow().state()).isEqualTo(TurnState.ENDED);
  }

  @Test
  void aMalformedMessageIsADeadLetterAtOnceAndHoldsNobody() throws IOException {
    String response =
        handle(
            table, record("m1", "discord:100", "{\"v\":1"), turn("t1", "100"), turn("t2", "200"));

    assertThat(response).isEqualTo(NONE_FAILED);
    assertThat(replies.finished).hasSize(2);
    assertThat(queue.buried()).extracting(Buried::messageId).containsExactly("m1");
  }

  @Test
  void aMessageThatIsNoTurnIsADeadLetter() throws IOException {
    QueueMessage presence =
        new GatewayCommand.UpdatePresence(1, new Platform("discord"), "c1", "online", null);

    String response = handle(table, record("m1", "g", MessageCodec.encode(presence)));

    assertThat(response).isEqualTo(NONE_FAILED);
    assertThat(queue.buried())
        .containsExactly(new Buried("m1", "g", "kind: this queue takes turns only"));
    assertThat(replies.finished).isEmpty();
  }

  @Test
  void aTurnOfAPlatformThatIsNotServedIsADeadLetterBeforeAnythingIsDone() throws IOException {
    String stray = turn("t1", "100").replace("\\\"discord\\\"", "\\\"irc\\\"");

    String response = handle(table, stray, turn("t2", "200"));

    assertThat(response).isEqualTo(NONE_FAILED);
    assertThat(queue.buried()).extracting(Buried::messageId).containsExactly("t1");
    assertThat(replies.finished).hasSize(1);
    assertThat(turns(table).find("t1")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("outsideTheChats")
  void anAnswerForSomebodyOutsideTheChatsIsRecordedAndShownInNone(ReplyTarget target)
      throws IOException {
    ConversationId conversation = new ConversationId(new Platform("api"), "c1");
    TurnRequested asked =
        new TurnRequested(
            1, "t1", conversation, target, "ci", "CI", "How do I configure a model?", NOW);
    PlatformReplies none = new PlatformReplies(ChatPlatforms.of());

    String response =
        call(
            new LlmHandler(
                () -> runTurn(table, none),
                turn -> none.requireServed(turn.conversation(), turn.reply()),
                () -> queue,
                clock),
            "{\"Records\":[" + record("t1", asked.groupId(), MessageCodec.encode(asked)) + "]}");

    assertThat(response).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(turns(table).find("t1").orElseThrow().state()).isEqualTo(TurnState.ENDED);
    assertThat(TableHistory.keepingFor(Duration.ofDays(1), table, clock).recent(conversation, 9))
        .last()
        .satisfies(entry -> assertThat(entry.text()).contains("LLM_PROVIDER"));
  }

  static Stream<ReplyTarget> outsideTheChats() {
    return Stream.of(
        new ReplyTarget.ApiReply("ci", "build-7"), new ReplyTarget.ConsoleReply("session-1"));
  }

  @Test
  void aMissingTableFailsTheTurnAndTheUserIsTold() throws IOException {
    Table missing = missingTable();

    String response = handle(missing, turn("t1", "100"));

    assertThat(response).contains("\"t1\"");
    assertThat(queue.visibilities())
        .last()
        .isEqualTo(new Visibility("receipt of t1", Duration.ofSeconds(2)));
    assertThat(replies.opened).hasSize(1);
    assertThat(replies.opened.getFirst()).contains("CONVERSATIONS_TABLE");
  }

  @Test
  void whatIsNoEventOfSqsIsRefused() {
    assertThatThrownBy(() -> call(table, "{\"Records\":7}"))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageStartingWith("Records:");
  }

  @Test
  void aWrongSettingStopsTheStart() {
    assertThatThrownBy(() -> new LlmHandler(Map.of("LLM_PROVIDER", "magic")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("LLM_PROVIDER:");
  }

  private String handle(Table over, String... records) throws IOException {
    return call(over, "{\"Records\":[" + String.join(",", records) + "]}");
  }

  private String call(Table over, String event) throws IOException {
    return call(
        new LlmHandler(() -> runTurn(over, replies), replies::requireServed, () -> queue, clock),
        event);
  }

  private static String call(LlmHandler handler, String event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, context());
    return response.toString(StandardCharsets.UTF_8);
  }

  private RunTurn runTurn(Table over, Replies shown) {
    Documents knowledge = new Documents(BundledDocuments.passages(), List.of());
    StandInModel model = new StandInModel(() -> knowledge, Pauses.real(), Duration.ZERO);
    TurnPorts ports =
        new TurnPorts(
            turns(over),
            TableHistory.keepingFor(Duration.ofDays(1), over, clock),
            shown,
            model,
            new PromptWriter(10_000, clock),
            new SilentLog());
    return new RunTurn(
        ports, clock, Pauses.real(), StreamingSettings.usual(), () -> UUID.randomUUID().toString());
  }

  private TableTurnStore turns(Table over) {
    return new TableTurnStore(over, clock, Duration.ofDays(1));
  }

  private static Table missingTable() {
    return (Table)
        Proxy.newProxyInstance(
            Table.class.getClassLoader(),
            new Class<?>[] {Table.class},
            (proxy, method, arguments) -> {
              throw new TableUnavailableException("table conversations does not exist", null);
            });
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis") ? 60_000 : null);
  }

  private String turn(String id, String channel) {
    TurnRequested turn =
        new TurnRequested(
            1,
            id,
            new ConversationId(new Platform("discord"), channel),
            new ReplyTarget.ChannelReply("1"),
            "7",
            "Mia",
            "How do I configure a model?",
            clock.instant());
    return record(id, turn.groupId(), MessageCodec.encode(turn));
  }

  private static String record(String id, String group, String body) {
    return """
    {"messageId":"%s","receiptHandle":"receipt of %s","body":"%s",
     "attributes":{"MessageGroupId":"%s","ApproximateReceiveCount":"1"}}\
    """
        .formatted(id, id, new String(JsonStringEncoder.getInstance().quoteAsString(body)), group);
  }

  private static final class SilentLog implements TurnLog {
    @Override
    public void ended(TurnReport report) {}

    @Override
    public void skipped(String turnId) {}

    @Override
    public void trouble(String turnId, String what, Exception why) {}
  }
}
