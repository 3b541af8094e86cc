package dev.gatehouse.llm.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.llm.ListedReplies;
import dev.gatehouse.llm.model.Pauses;
import dev.gatehouse.llm.prompt.PromptWriter;
import dev.gatehouse.llm.turn.RunTurn;
import dev.gatehouse.llm.turn.StreamingSettings;
import dev.gatehouse.llm.turn.TurnLog;
import dev.gatehouse.llm.turn.TurnPorts;
import dev.gatehouse.llm.turn.TurnReport;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.model.ModelScript;
import dev.gatehouse.testkit.model.ModelServer;
import dev.gatehouse.testkit.secrets.InMemorySecrets;
import dev.gatehouse.testkit.table.InMemoryTable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What servers of models really send, through the whole turn: what a person reads, what is
 * remembered and sent back, and how often the model is asked. The rows are in {@code
 * model-streams.json}.
 */
final class ModelStreamsTest {
  private static final String REASONING = "Secret plan";
  private static final int MOST_REQUESTS = 10;
  private static final ConversationId CHANNEL = new ConversationId(new Platform("discord"), "100");

  /** The words of the rows for failures, as the log names them. */
  private static final Map<String, String> FAILURES =
      Map.ofEntries(
          Map.entry("provider in trouble", "server-error"),
          Map.entry("out of credit", "quota-exhausted"),
          Map.entry("context too long", "context-too-long"),
          Map.entry("too many requests", "rate-limited"),
          Map.entry("key refused", "unauthorized"),
          Map.entry("refused", "refused"),
          Map.entry("model unknown", "model-not-found"),
          Map.entry("request not accepted", "invalid-request"),
          Map.entry("broke off", "broken-off"),
          Map.entry("not its protocol", "unintelligible"),
          Map.entry("without a word", "empty"));

  private final SettableClock clock = new SettableClock();
  private final InMemoryTable table = new InMemoryTable();
  private final TableHistory history = TableHistory.keepingFor(Duration.ofDays(1), table, clock);
  private final ListedReplies replies = new ListedReplies();
  private final Reports reports = new Reports();

  static List<ModelScript> scripts() throws IOException {
    try (InputStream rows = ModelStreamsTest.class.getResourceAsStream("model-streams.json")) {
      return ModelScript.read(rows);
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aPersonReadsWhatTheModelSaidAndHowItEnded(ModelScript row) throws Exception {
    try (ModelServer server = repeating(row)) {
      ask(row, server, "t1", "Why is the build red?");

      TurnReport report = reports.all.getLast();
      String last = replies.finished.getLast();
      assertThat(report.outcome())
          .isEqualTo(row.why().isEmpty() ? row.outcome() : FAILURES.get(row.why()));
      assertThat(last).startsWith(row.text().strip());
      switch (row.outcome()) {
        case "complete" -> assertThat(last).isEqualTo(row.text().strip());
        case "cut" -> assertThat(last).contains("*(Cut at the length");
        default -> assertThat(last).contains("⚠️", row.detail());
      }
      assertThat(server.requests()).hasSize(row.asked());
      if (row.asked() == 1) {
        assertThat(last).doesNotContain("several times");
      }
      if (!row.tokens().stream().allMatch(OptionalInt::isEmpty)) {
        assertThat(List.of(report.usage().input(), report.usage().output()))
            .isEqualTo(row.tokens());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void whatTheModelThinksIsNeverShownRememberedOrSentBack(ModelScript row) throws Exception {
    try (ModelServer server = repeating(row)) {
      ask(row, server, "t1", "Why is the build red?");
      ask(row, server, "t2", "And now?");

      assertThat(List.of(replies.opened, replies.shown, replies.finished, said()).toString())
          .doesNotContain(REASONING, "</think>\n\n");
      assertThat(String.join("\n", server.requests()))
          .contains("And now?")
          .doesNotContain(REASONING);
      assertThat(said())
          .allSatisfy(text -> assertThat(text).isEqualTo(row.text().strip()))
          .hasSize(row.text().isBlank() ? 0 : 2);
    }
  }

  private List<String> said() {
    return history.recent(CHANNEL, 9).stream()
        .filter(entry -> entry.role() == Entry.Role.ASSISTANT)
        .map(Entry::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static ModelServer repeating(ModelScript row) {
    return ModelServer.playing(
        Collections.nCopies(MOST_REQUESTS, row.script()).toArray(ModelServer.Script[]::new));
  }

  private void ask(ModelScript row, ModelServer server, String id, String question)
      throws InterruptedException {
    Models models =
        new Models(
            LlmSettings.of(Settings.of(Part.LLM, environment(row, server))),
            new InMemorySecrets(),
            clock,
            new Random(7),
            (pause, cancellation) -> {
              clock.advance(pause);
              return cancellation.isCancelled();
            });
    TableTurnStore turns = new TableTurnStore(table, clock, Duration.ofDays(1));
    TurnRequested asked =
        new TurnRequested(
            1,
            id,
            CHANNEL,
            new ReplyTarget.ChannelReply("1"),
            "7",
            "Mia",
            question,
            clock.instant());
    turns.create(id, CHANNEL, "7");
    history.append(
        CHANNEL, new Entry("m-" + id, Entry.Role.USER, "Mia", question, clock.instant()));
    TurnPorts ports =
        new TurnPorts(
            turns,
            history,
            replies,
            models.model(),
            new PromptWriter(models.contextTokens(), clock),
            reports);
    Instant deadline = clock.instant().plus(Duration.ofMinutes(10));
    new RunTurn(ports, clock, Pauses.real(), StreamingSettings.usual(), () -> "worker-" + id)
        .run(asked, deadline, true);
  }

  private static Map<String, String> environment(ModelScript row, ModelServer server) {
    return Map.of(
        "LLM_PROVIDER",
        row.protocol(),
        "LLM_MODEL",
        "m",
        "LLM_BASE_URL",
        server.at(row.protocol().equals("ollama") ? "" : "/v1").toString(),
        "LLM_API_KEY",
        "k",
        "CONVERSATIONS_TABLE",
        "conversations");
  }

  private static final class Reports implements TurnLog {
    private final List<TurnReport> all = new ArrayList<>();

    @Override
    public void ended(TurnReport report) {
      all.add(report);
    }

    @Override
    public void skipped(String turnId) {}

    @Override
    public void trouble(String turnId, String what, Exception why) {}
  }
}
