package dev.gatehouse.llm.standin;

import dev.gatehouse.llm.search.Hit;
import dev.gatehouse.llm.search.Passage;
import dev.gatehouse.llm.search.PassageIndex;
import dev.gatehouse.llm.search.Passages;
import dev.gatehouse.llm.search.ProjectFiles.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stand-in can look things up in: the guide, and the project's files. */
public final class Documents {
  private static final double LEAST_COVERAGE = 0.3;
  private static final double LEAST_OF_BEST = 0.5;
  private static final int LINES_AROUND = 4;

  private final List<Document> files;
  private final PassageIndex index;

  /** Documents of the given passages and files. */
  public Documents(List<Passage> guide, List<Document> files) {
    this.files = List.copyOf(files);
    List<Passage> all = new ArrayList<>(guide);
    files.forEach(file -> all.addAll(Passages.of(file.source(), file.text())));
    this.index = new PassageIndex(all);
  }

  /** The passages that are about the question, best first; none when nothing really fits. */
  List<Passage> about(String question, int limit) {
    List<Hit> hits = index.search(question, limit);
    return hits.stream()
        .filter(hit -> hit.coverage() >= LEAST_COVERAGE)
        .filter(hit -> hit.score() >= LEAST_OF_BEST * hits.getFirst().score())
        .map(Hit::passage)
        .toList();
  }

  /** The lines around a place that an error names, if the project has such a file. */
  Optional<Passage> around(PastedError.Frame frame) {
    return files.stream()
        .filter(file -> endsWithPath(file.source(), frame.file()))
        .findFirst()
        .flatMap(file -> excerpt(file, frame.line()));
  }

  /** How many documents there are. */
  int count() {
    return index.documents();
  }

  private static boolean endsWithPath(String source, String file) {
    String path = file.replace('\\', '/');
    return path.equals(source) || source.endsWith("/" + path) || path.endsWith("/" + source);
  }

  private static Optional<Passage> excerpt(Document file, int line) {
    List<String> lines = file.text().lines().toList();
    if (line < 1 || line > lines.size()) {
      return Optional.empty();
    }
    int from = Math.max(1, line - LINES_AROUND);
    int to = Math.min(lines.size(), line + LINES_AROUND);
    StringBuilder text = new StringBuilder();
    for (int n = from; n <= to; n++) {
      text.append("%s%4d  %s\n".formatted(n == line ? ">" : " ", n, lines.get(n - 1)));
    }
    String language = Passages.languageOf(file.source());
    return Optional.of(new Passage(file.source(), line, "", language, text.toString()));
  }
}
