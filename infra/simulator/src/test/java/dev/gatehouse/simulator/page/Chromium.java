package dev.gatehouse.simulator.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A browser and its driver as this machine has them: named by the variables {@code CHROMIUM} and
 * {@code CHROMEDRIVER}, else found on the path.
 */
public record Chromium(Path browser, Path driver) {

  /** Why a test is skipped without it. */
  public static final String MISSING =
      "no Chromium with its driver here (install chromium and chromium-driver, or set CHROMIUM and CHROMEDRIVER)";

  /** Looks in the environment of this process. */
  public static Optional<Chromium> find() {
    return find(System.getenv());
  }

  static Optional<Chromium> find(Map<String, String> environment) {
    var browser = program(environment, "CHROMIUM", "chromium", "chromium-browser", "google-chrome");
    var driver = program(environment, "CHROMEDRIVER", "chromedriver");
    return browser.flatMap(b -> driver.map(d -> new Chromium(b, d)));
  }

  private static Optional<Path> program(
      Map<String, String> environment, String variable, String... names) {
    Predicate<Path> runs = Files::isExecutable;
    var named = environment.get(variable);
    if (named != null) {
      return Optional.of(Path.of(named)).filter(runs);
    }
    var folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.of(names)
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(runs)
        .findFirst();
  }
}
