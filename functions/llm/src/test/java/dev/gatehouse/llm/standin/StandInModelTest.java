package dev.gatehouse.llm.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.llm.model.CallOptions;
import dev.gatehouse.llm.model.Cancellation;
import dev.gatehouse.llm.model.Ending;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import dev.gatehouse.llm.search.BundledDocuments;
import dev.gatehouse.llm.search.ProjectFiles.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StandInModelTest {
  private static final String CODE =
      """
      package shop;

      final class Cart {
        int total(Order order) {
          return order.lines().size();
        }
      }
      """;

  private final Documents knowledge =
      new Documents(
          BundledDocuments.passages(), List.of(new Document("src/main/java/shop/Cart.java", CODE)));
  private final List<String> pieces = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();

  @ParameterizedTest
  @ValueSource(strings = {"Hello!", "How do I configure a model?", "Wie spät ist es?", "{}"})
  void everyAnswerBeginsWithTheLabelAndSaysHowToGetARealOne(String question) {
    String answer = ask(question);

    assertThat(answer).startsWith("**Stand-in model** (no language model is configured):");
    assertThat(answer).contains("ANTHROPIC_API_KEY");
  }

  @Test
  void theLabelIsOutBeforeAnythingIsLookedUp() {
    StandInModel model =
        new StandInModel(
            () -> {
              assertThat(pieces).containsExactly(DocumentSearch.LABEL);
              return knowledge;
            },
            (pause, c) -> false,
            Duration.ZERO);

    model.answer(prompt("What is Gatehouse?"), pieces::add, call());

    assertThat(pieces).hasSizeGreaterThan(10);
  }

  @Test
  void quotesTheGuideWithItsSource() {
    assertThat(ask("How do I configure a language model?"))
        .contains("From `guide/models.md:", "> ", "LLM_PROVIDER");
  }

  @Test
  void findsCodeOfTheProject() {
    assertThat(ask("where is the total of the cart computed"))
        .contains("From `src/main/java/shop/Cart.java:", "```java", "order.lines().size()");
  }

  @Test
  void showsTheLineThatAStackTraceNames() {
    String answer =
        ask(
            """
            What is this?
            Exception in thread "main" java.lang.NullPointerException: Cannot invoke "Order.lines()"
            	at shop.Cart.total(Cart.java:5)
            	at shop.Main.main(Main.java:9)
            """);

    assertThat(answer)
        .contains("`java.lang.NullPointerException`", "Cannot invoke")
        .contains("It names `src/main/java/shop/Cart.java:5`")
        .contains(">   5      return order.lines().size();");
  }

  @Test
  void saysWhereAnErrorOfAForeignFileArose() {
    assertThat(
            ask(
                """
                Traceback (most recent call last):
                  File "/srv/app/jobs.py", line 12, in run
                  File "/srv/app/db.py", line 88, in connect
                psycopg.OperationalError: connection refused
                """))
        .contains("`psycopg.OperationalError`", "connection refused", "/srv/app/db.py:88");
  }

  @Test
  void recallsWhatWasSaidWhenAskedFor() {
    Prompt prompt =
        new Prompt(
            "",
            List.of(
                PromptMessage.byUser("Ole", "The deploy key is rotated on Friday."),
                PromptMessage.byAssistant("Noted."),
                PromptMessage.byUser("Mia", "What did we say before?")));

    assertThat(ask(prompt)).contains("**Ole**: The deploy key is rotated on Friday.");
  }

  @Test
  void recallsWhatSharesTheWordsOfTheQuestion() {
    Prompt prompt =
        new Prompt(
            "",
            List.of(
                PromptMessage.byUser("Ole", "The deploy key is rotated on Friday."),
                PromptMessage.byUser("Mia", "When is the deploy key rotated?")));

    assertThat(ask(prompt)).contains("**Ole**: The deploy key is rotated on Friday.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello there!", "thanks a lot", "Good morning"})
  void answersAGreetingWithWhatItCanDo(String greeting) {
    assertThat(ask(greeting)).contains("I can find").doesNotContain("From `");
  }

  @Test
  void admitsThatNothingWasFound() {
    assertThat(ask("zyzzyva quixotry?")).contains("I found nothing that fits");
  }

  @Test
  void aStopEndsIt() {
    cancellation.cancel();

    assertThat(model().answer(prompt("Hello"), pieces::add, call()))
        .isEqualTo(new Ending.Cancelled());
    assertThat(pieces).containsExactly(DocumentSearch.LABEL);
  }

  private String ask(String question) {
    return ask(prompt(question));
  }

  private String ask(Prompt prompt) {
    Ending ending = model().answer(prompt, pieces::add, call());
    assertThat(ending).isInstanceOf(Ending.Complete.class);
    return String.join("", pieces);
  }

  private StandInModel model() {
    return new StandInModel(() -> knowledge, (pause, c) -> c.isCancelled(), Duration.ofMillis(1));
  }

  private static Prompt prompt(String question) {
    return new Prompt("", List.of(PromptMessage.byUser("Mia", question)));
  }

  private CallOptions call() {
    return new CallOptions(Instant.MAX, cancellation);
  }
}
