package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.settings.Part;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a document names is there. Three things count as named: the target of a link, a path in
 * back-ticks whose first part is a directory here, and a word in back-ticks (or a CamelCase one in
 * a diagram) that is written as a class is. The changelog may name what is gone. And what there is,
 * rows, messages and settings, is described.
 */
final class DocumentsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", "resources");

  /** Written as classes of ours are, and others'. */
  private static final Set<String> FOREIGN =
      Set.of(
          "AutoCloseable",
          "Date",
          "Dockerfile",
          "Draft_6455",
          "DskipTests",
          "GlobalLimit",
          "InputStream",
          "Long",
          "LongAdder",
          "Optional",
          "RequestStreamHandler",
          "SendMessageBatch",
          "SessionControllerAdapter",
          "SqsClient",
          "System",
          "UserAgent",
          "Via",
          "WebSocket",
          "WebSocketClient",
          "WebSocketImpl");

  private static final Pattern FENCE =
      Pattern.compile("^ *```(\\w*)\\n(.*?)^ *```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern PATH = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+/?");
  private static final Pattern NAME =
      Pattern.compile("[A-Z]\\w*(?:\\.\\w+)*(?:\\(.*\\))?(?:<.*>)?");
  private static final Pattern CLASS_WORD = Pattern.compile("\\b[A-Z][A-Za-z0-9]*[a-z]\\w*");
  private static final Pattern CAMEL_CASE =
      Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+\\b");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");

  private static final Pattern KEY_PREFIX = Pattern.compile("\"([a-z-]+#)");
  private static final Pattern KIND = Pattern.compile("\"kind\":\"(\\w+)\"");

  private static final Set<String> KNOWN = new HashSet<>(FOREIGN);

  /** The types of every module, tests among them, and what the template names. */
  @BeforeAll
  static void learnNames() throws IOException {
    for (Path source : files(name -> name.endsWith(".java"))) {
      DECLARED.matcher(Files.readString(source)).results().forEach(m -> KNOWN.add(m.group(1)));
    }
    String template = Files.readString(ROOT.resolve("template.yaml"));
    CLASS_WORD.matcher(template).results().map(MatchResult::group).forEach(KNOWN::add);
  }

  static List<Path> documents() throws IOException {
    return files(name -> name.endsWith(".md") && !name.equals("CHANGELOG.md"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void itsLinksLeadSomewhere(Path document) throws IOException {
    List<String> dead = new ArrayList<>();
    for (String target : all(LINK, prose(document))) {
      if (!target.matches("(https?|mailto):.*") && !leadsSomewhere(document, target)) {
        dead.add(target);
      }
    }

    assertThat(dead).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void thePathsThatItNamesAreThere(Path document) throws IOException {
    assertThat(
            all(CODE, prose(document)).stream()
                .filter(code -> PATH.matcher(code).matches() && !code.contains("target/"))
                .filter(path -> bases(document).anyMatch(base -> begins(base, path)))
                .filter(path -> bases(document).noneMatch(base -> isThere(base, path))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theClassesThatItNamesAreThere(Path document) throws IOException {
    Stream<String> inProse =
        all(CODE, prose(document)).stream()
            .filter(code -> NAME.matcher(code).matches())
            .map(code -> code.replaceFirst("\\(.*", ""))
            .flatMap(code -> CLASS_WORD.matcher(code).results().map(MatchResult::group));

    assertThat(Stream.concat(inProse, inDiagrams(document)).filter(name -> !KNOWN.contains(name)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shared/assistant/src/main/java/dev/gatehouse/assistant/table/RowKeys.java",
        "bridge/src/main/java/dev/gatehouse/bridge/state/StateKeys.java"
      })
  void everyRowIsDescribed(String keys) throws IOException {
    String rows = Files.readString(ROOT.resolve("docs/data.md"));
    List<String> prefixes = all(KEY_PREFIX, Files.readString(ROOT.resolve(keys)));

    assertThat(prefixes).isNotEmpty();
    assertThat(prefixes.stream().filter(prefix -> !rows.contains("`" + prefix))).isEmpty();
  }

  @Test
  void everyKindOfMessageIsDescribed() throws IOException {
    String wire = Files.readString(ROOT.resolve("docs/wire.md"));
    Path golden = ROOT.resolve("shared/codec/src/test/resources/golden");

    try (Stream<Path> messages = Files.list(golden)) {
      for (Path message : messages.toList()) {
        assertThat(all(KIND, Files.readString(message)))
            .hasSize(1)
            .allSatisfy(kind -> assertThat(wire).containsPattern("(?m)^## .*\\b" + kind + "\\b"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySettingIsDescribed(Part part) throws IOException {
    Set<String> undescribed = new HashSet<>(part.reads());
    for (Path document : documents()) {
      String text = Files.readString(document);
      undescribed.removeIf(text::contains);
    }

    assertThat(undescribed).isEmpty();
  }

  private static Stream<String> inDiagrams(Path document) throws IOException {
    return FENCE
        .matcher(Files.readString(document))
        .results()
        .filter(fence -> Set.of("", "mermaid").contains(fence.group(1)))
        .flatMap(fence -> CAMEL_CASE.matcher(fence.group(2)).results().map(MatchResult::group));
  }

  private static String prose(Path document) throws IOException {
    return FENCE.matcher(Files.readString(document)).replaceAll("");
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static boolean leadsSomewhere(Path document, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
  }

  /** The anchors of a document's headings, as GitHub makes them. */
  private static List<String> headings(Path document) throws IOException {
    return all(HEADING, Files.readString(document)).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .toList();
  }

  private static Stream<Path> bases(Path document) {
    return Stream.of(ROOT, document.getParent());
  }

  private static boolean begins(Path base, String path) {
    return Files.isDirectory(base.resolve(path.substring(0, path.indexOf('/'))));
  }

  private static boolean isThere(Path base, String path) {
    return Files.exists(base.resolve(path));
  }

  private static List<Path> files(Predicate<String> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = directory.getFileName().toString();
            boolean hidden = name.startsWith(".") && !directory.equals(ROOT);
            return hidden || SKIPPED.contains(name)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (wanted.test(file.getFileName().toString())) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
