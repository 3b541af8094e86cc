package dev.gatehouse.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this repository, wherever the tests are started. */
final class Repository {
  private Repository() {}

  /** A file by its path below the directory of {@code template.yaml}. */
  static Path file(String path) {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("template.yaml"))) {
      directory = directory.getParent();
    }
    return directory.resolve(path);
  }
}
