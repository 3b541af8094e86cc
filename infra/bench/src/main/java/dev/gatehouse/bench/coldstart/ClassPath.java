package dev.gatehouse.bench.coldstart;

import java.io.File;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks jars out of this process's own class path by artifact. */
final class ClassPath {
  private ClassPath() {}

  static String of(Set<String> artifacts) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> artifacts.stream().anyMatch(artifact -> isOf(entry, artifact)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOf(String entry, String artifact) {
    String name = new File(entry).getName();
    return name.startsWith(artifact + "-") && Character.isDigit(name.charAt(artifact.length() + 1));
  }
}
