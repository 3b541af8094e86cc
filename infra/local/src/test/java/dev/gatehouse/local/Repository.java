package dev.gatehouse.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this repository, wherever the tests are started. */
public final class Repository {
  private Repository() {}

  /** The directory of {@code template.yaml}. */
  public static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("template.yaml"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  /** A file by its path below the root. */
  public static Path file(String path) {
    return root().resolve(path);
  }

  /** A jar that the build makes before it runs the tests of what it packages. */
  public static Path jar(String path) {
    Path jar = file(path);
    if (!Files.exists(jar)) {
      throw new AssertionError(
          jar + " is not built; ./gatehouse mvn -DskipTests package builds it");
    }
    return jar;
  }
}
