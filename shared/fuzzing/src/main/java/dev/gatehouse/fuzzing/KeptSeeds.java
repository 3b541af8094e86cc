package dev.gatehouse.fuzzing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The seeds that have made a property fail, one a line, in a resource beside its test: {@code
 * RollTestSeeds/anyRollIsInRange} for a property of {@code RollTest}.
 */
final class KeptSeeds {
  private final Class<?> test;
  private final String name;

  private KeptSeeds(Class<?> test, String name) {
    this.test = test;
    this.name = name;
  }

  static KeptSeeds of(Class<?> test, String property) {
    return new KeptSeeds(test, test.getSimpleName() + "Seeds/" + property);
  }

  List<String> read() {
    try (InputStream lines = test.getResourceAsStream(name)) {
      return lines == null
          ? List.of()
          : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the seeds of " + name + " cannot be read", e);
    }
  }

  /** Adds one to the sources, so that every later test run tries it. */
  void keep(String seed, Path resources) {
    Path file = resources.resolve(test.getPackageName().replace('.', '/')).resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, seed + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("seed " + seed + " could not be kept in " + file, e);
    }
  }
}
