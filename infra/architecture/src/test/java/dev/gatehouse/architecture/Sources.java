package dev.gatehouse.architecture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the build, whether or not their classes are on this module's class path. */
final class Sources {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Sources() {}

  /** The modules of the aggregator, by their directories. */
  static List<String> modules(Path aggregator) throws IOException {
    return MODULE.matcher(Files.readString(aggregator)).results().map(m -> m.group(1)).toList();
  }

  /** The packages that the modules of the aggregator have. */
  static SortedSet<String> packages(Path aggregator) throws IOException {
    SortedSet<String> packages = new TreeSet<>();
    for (String module : modules(aggregator)) {
      Path sources = aggregator.resolveSibling(module).resolve("src/main/java");
      if (Files.isDirectory(sources)) {
        collect(sources, packages);
      }
    }
    return packages;
  }

  private static void collect(Path sources, SortedSet<String> into) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> sources.relativize(file.getParent()).toString())
          .map(path -> path.replace(File.separatorChar, '.'))
          .forEach(into::add);
    }
  }
}
