package dev.gatehouse.llm.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PassageIndexTest {
  @ParameterizedTest
  @CsvSource({
    "How do I configure a model?,guide/models.md",
    "How do I configure a language model?,guide/models.md",
    "why does the build fail with exit code 137?,guide/errors.md",
    "java.net.ConnectException: Connection refused,guide/errors.md",
    "which port is in use,guide/troubleshooting.md",
    "how long is my history kept,guide/privacy.md",
    "what happens to a message on its way,guide/architecture.md",
    "Why do slash commands not appear?,guide/troubleshooting.md"
  })
  void theGuideAnswersWhatPeopleAsk(String question, String source) {
    PassageIndex index = new PassageIndex(BundledDocuments.passages());

    assertThat(index.search(question, 3))
        .extracting(hit -> hit.passage().source())
        .contains(source);
  }

  @Test
  void aRareWordWeighsMoreThanCommonOnes() {
    PassageIndex index =
        index("the build is red", "the build is green", "the flux capacitor of the build");

    assertThat(index.search("build capacitor", 1).getFirst().passage().text())
        .contains("capacitor");
  }

  @Test
  void coverageSaysHowMuchOfTheQuestionWasFound() {
    PassageIndex index = index("alpha beta", "gamma");

    assertThat(index.search("alpha beta", 1).getFirst().coverage()).isEqualTo(1.0);
    assertThat(index.search("alpha unheard", 1).getFirst().coverage()).isLessThan(0.6);
    assertThat(index.search("unheard", 5)).isEmpty();
    assertThat(index.search("", 5)).isEmpty();
  }

  @Test
  void aNameInHumpsIsFoundByItsPartsAndByFormsOfAWord() {
    PassageIndex index = index("class HeartbeatMonitor runs", "nothing of note");

    assertThat(index.search("heartbeat", 1)).hasSize(1);
    assertThat(index.search("monitors", 1)).hasSize(1);
    assertThat(index.search("running", 1)).isEmpty();
  }

  @Test
  void proseIsCutAtHeadingsAndKeepsFencesWhole() {
    List<Passage> passages =
        Passages.of(
            "doc.md",
            """
            # One

            First.

            ## Two
            ```
            # no heading
            code
            ```
            """);

    assertThat(passages).extracting(Passage::heading).containsExactly("One", "One › Two");
    assertThat(passages).extracting(Passage::origin).containsExactly("doc.md:3", "doc.md:6");
    assertThat(passages.get(1).text()).contains("# no heading");
  }

  @Test
  void everyPageOfTheGuideIsThere() {
    assertThat(BundledDocuments.passages())
        .extracting(Passage::source)
        .contains("guide/README.md", "guide/architecture.md", "guide/models.md");
  }

  private static PassageIndex index(String... texts) {
    List<Passage> passages = new ArrayList<>();
    for (String text : texts) {
      passages.add(new Passage("doc" + passages.size(), 1, "", "", text));
    }
    return new PassageIndex(passages);
  }
}
