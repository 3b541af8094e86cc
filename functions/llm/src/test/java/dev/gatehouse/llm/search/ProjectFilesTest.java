package dev.gatehouse.llm.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.llm.search.ProjectFiles.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectFilesTest {
  @TempDir private Path root;

  @Test
  void readsTextFilesByTheirPath() throws IOException {
    write("src/App.java", "class App {}");
    write("README.md", "# App");

    assertThat(read())
        .containsExactlyInAnyOrder(
            new Document("src/App.java", "class App {}"), new Document("README.md", "# App"));
  }

  @Test
  void leavesOutSecretsHiddenFilesBuildOutputAndWhatIsNoText() throws IOException {
    write(".env", "TOKEN=x");
    write("prod.env", "TOKEN=x");
    write("secrets.yaml", "token: x");
    write("server.key", "x");
    write(".git/config.txt", "x");
    write("target/App.java", "x");
    write("node_modules/a/index.js", "x");
    Files.write(root.resolve("binary.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    write("large.md", "x".repeat(2_000));

    assertThat(read()).isEmpty();
  }

  @Test
  void doesNotFollowLinksOutOfTheDirectory(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("outside.md"), "x");
    Files.createSymbolicLink(root.resolve("link"), elsewhere);
    Files.createSymbolicLink(root.resolve("link.md"), elsewhere.resolve("outside.md"));

    assertThat(read()).isEmpty();
  }

  @Test
  void aDirectoryThatIsGoneHasNoFiles() {
    assertThat(new ProjectFiles(List.of(root.resolve("gone")), 1_000).read()).isEmpty();
  }

  private List<Document> read() {
    return new ProjectFiles(List.of(root), 1_000).read();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
