package dev.gatehouse.llm.standin;

import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import dev.gatehouse.llm.search.Passage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts an answer together from what was found, each quotation with its source, under a label that
 * says what it is.
 */
final class DocumentSearch {
  static final String LABEL =
      "**Stand-in model** (no language model is configured): I look words up and quote what I find;"
          + " I do not understand your question.";
  private static final String REMEDY =
      "*For real answers, whoever runs this Gatehouse sets `ANTHROPIC_API_KEY` or"
          + " `OPENAI_API_KEY`, or `LLM_PROVIDER=ollama`, and starts it again.*";
  private static final int MOST_PASSAGES = 3;
  private static final int LONGEST_QUOTE = 300;

  private static final Pattern GREETING =
      Pattern.compile(
          "(?i)\\W*(hi|hello|hey|good (morning|day|evening)|thanks|thank you)\\b.{0,30}");

  private final Documents documents;
  private final StringBuilder answer = new StringBuilder();

  private DocumentSearch(Documents documents) {
    this.documents = documents;
  }

  /** The answer after the label. */
  static String answer(Prompt prompt, Documents documents) {
    return new DocumentSearch(documents).compose(prompt);
  }

  private String compose(Prompt prompt) {
    String question = prompt.question().text();
    Optional<PastedError> error = PastedError.in(question);
    error.ifPresent(this::explain);
    List<PromptMessage> recalled = HistoryAnswer.of(question, prompt.earlier());
    recall(recalled);
    if (!isGreeting(question) && (!HistoryAnswer.isAskedFor(question) || recalled.isEmpty())) {
      quote(error.map(e -> e.name() + " " + e.message()).orElse(question));
    }
    if (answer.isEmpty()) {
      paragraph(nothing());
    }
    paragraph(REMEDY);
    return answer.toString();
  }

  private void explain(PastedError error) {
    String says =
        error.message().isEmpty() ? "" : ", which says: `" + inline(error.message()) + "`";
    paragraph("Your message holds an error, `" + error.name() + "`" + says + ".");
    List<Passage> places =
        error.frames().stream().map(documents::around).flatMap(Optional::stream).limit(2).toList();
    for (Passage place : places) {
      paragraph("It names `" + place.origin() + "` of this project:");
      code(place);
    }
    if (places.isEmpty() && !error.frames().isEmpty()) {
      PastedError.Frame top = error.frames().getFirst();
      paragraph(
          "It arose at `" + top.file() + ":" + top.line() + "`, which is no file that I can read.");
    }
  }

  private void recall(List<PromptMessage> said) {
    if (said.isEmpty()) {
      return;
    }
    paragraph("Earlier in this conversation:");
    for (PromptMessage message : said) {
      String who = message.author().isBlank() ? "somebody" : message.author();
      answer.append("\n> **").append(who).append("**: ").append(excerpt(message.text()));
    }
  }

  private void quote(String query) {
    List<Passage> passages = documents.about(query, MOST_PASSAGES);
    for (Passage passage : passages) {
      String under = passage.heading().isEmpty() ? "" : ", under “" + passage.heading() + "”";
      paragraph("From `" + passage.origin() + "`" + under + ":");
      if (passage.isCode()) {
        code(passage);
      } else {
        Reflow.lines(passage.text()).forEach(line -> answer.append("\n> ").append(line));
      }
    }
  }

  private String nothing() {
    return "I found nothing that fits among "
        + documents.count()
        + " documents and in what was said here before. I can find what Gatehouse's guide says (try"
        + " “how do I configure a model”), look a pasted stack trace up in the project's files, and"
        + " recall what was said earlier.";
  }

  private void paragraph(String text) {
    answer.append("\n\n").append(text);
  }

  private void code(Passage passage) {
    answer.append("\n```").append(passage.language()).append('\n');
    answer.append(passage.text().replace("```", "'''").stripTrailing()).append("\n```");
  }

  private static boolean isGreeting(String question) {
    return !question.contains("?") && GREETING.matcher(question).matches();
  }

  private static String inline(String text) {
    return excerpt(text).replace('`', '\'');
  }

  private static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE).strip() + "…";
  }
}
