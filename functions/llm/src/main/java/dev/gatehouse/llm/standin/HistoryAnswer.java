package dev.gatehouse.llm.standin;

import dev.gatehouse.llm.model.PromptMessage;
import dev.gatehouse.llm.search.Hit;
import dev.gatehouse.llm.search.Passage;
import dev.gatehouse.llm.search.PassageIndex;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What people said earlier in the conversation that bears on a question. */
final class HistoryAnswer {
  private static final Pattern ASKS_BACK =
      Pattern.compile(
          "(?i)\\b(earlier|before|previous(ly)?|last (message|question)|(i|we) (said|say|asked|ask|"
              + "wrote|mentioned)|(this|our) (conversation|chat|channel)|summar\\w+|recap|remember)\\b");
  private static final int MOST = 4;
  private static final double LEAST_COVERAGE = 0.5;

  private HistoryAnswer() {}

  /** Whether the question is about the conversation itself. */
  static boolean isAskedFor(String question) {
    return ASKS_BACK.matcher(question).find();
  }

  /** Messages of people: the newest ones when asked back, else those that share its words. */
  static List<PromptMessage> of(String question, List<PromptMessage> earlier) {
    List<PromptMessage> byPeople =
        earlier.stream().filter(s -> s.role() == PromptMessage.Role.USER).toList();
    if (isAskedFor(question)) {
      return byPeople.subList(Math.max(0, byPeople.size() - MOST), byPeople.size());
    }
    return related(question, byPeople);
  }

  private static List<PromptMessage> related(String question, List<PromptMessage> said) {
    List<Passage> passages =
        IntStream.range(0, said.size())
            .mapToObj(i -> new Passage("", i, "", "", said.get(i).text()))
            .toList();
    return new PassageIndex(passages)
        .search(question, MOST).stream()
            .filter(hit -> hit.coverage() >= LEAST_COVERAGE)
            .map(Hit::passage)
            .map(passage -> said.get(passage.line()))
            .filter(message -> !message.text().equals(question))
            .limit(2)
            .toList();
  }
}
