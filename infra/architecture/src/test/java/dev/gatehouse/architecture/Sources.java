package dev.gatehouse.architecture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the build, whether or not their classes are on this module's class path. */
final class Sources {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Sources() {}

  /** The packages that the modules of the aggregator have. */
  static SortedSet<String> packages(Path aggregator) throws IOException {
    SortedSet<String> packages = new TreeSet<>();
    Matcher module = MODULE.matcher(Files.readString(aggregator));
    while (module.find()) {
      Path sources = aggregator.resolveSibling(module.group(1)).resolve("src/main/java");
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
