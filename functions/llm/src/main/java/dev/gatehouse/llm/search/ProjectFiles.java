package dev.gatehouse.llm.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text files below the directories that may be read, within bounds. Hidden files, build output
 * and what usually holds secrets are never read, and links are not followed out of a directory.
 */
public final class ProjectFiles {
  private static final int MOST_FILES = 4_000;
  private static final long MOST_BYTES = 24L << 20;
  private static final Set<String> SKIPPED =
      Set.of("target", "build", "dist", "out", "node_modules", "vendor", "__pycache__", "venv");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(\\.(pem|key|p12|jks|keystore|env)|secret.*|credential.*|id_[a-z0-9]+)");
  private static final Set<String> ENDINGS =
      Set.of("md", "txt", "rst", "adoc", "dockerfile", "makefile", "gitignore");

  private final List<Path> roots;
  private final long mostBytesPerFile;

  /**
   * Files below the given directories.
   *
   * @param mostBytesPerFile larger files are left out
   */
  public ProjectFiles(List<Path> roots, long mostBytesPerFile) {
    this.roots = List.copyOf(roots);
    this.mostBytesPerFile = mostBytesPerFile;
  }

  /** One file's text. */
  public record Document(String source, String text) {}

  /** Reads what is there now; a file that cannot be read, or is not UTF-8 text, is left out. */
  public List<Document> read() {
    Collector collector = new Collector();
    for (Path root : roots) {
      collector.collect(root);
    }
    return List.copyOf(collector.documents);
  }

  private static Optional<String> text(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final List<Document> documents = new ArrayList<>();
    private Path root = Path.of("");
    private long bytes;

    void collect(Path directory) {
      root = directory;
      try {
        Files.walkFileTree(directory, this);
      } catch (IOException e) {
        // A directory that vanishes while it is read has nothing to be found in.
        return;
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean skipped = !directory.equals(root) && isSkipped(name(directory));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && attributes.size() <= mostBytesPerFile && isText(file)) {
        text(file).ifPresent(text -> add(file, text));
      }
      boolean full = documents.size() >= MOST_FILES || bytes >= MOST_BYTES;
      return full ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private void add(Path file, String text) {
      documents.add(new Document(root.relativize(file).toString().replace('\\', '/'), text));
      bytes += text.length();
    }

    private boolean isText(Path file) {
      String name = name(file);
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      boolean known = ENDINGS.contains(ending) || !Passages.languageOf(name).isEmpty();
      return known && !name.startsWith(".") && !SECRET.matcher(name).matches();
    }

    private static boolean isSkipped(String name) {
      return name.startsWith(".") || SKIPPED.contains(name);
    }

    private static String name(Path path) {
      Path name = path.getFileName();
      return name == null ? "" : name.toString();
    }
  }
}
