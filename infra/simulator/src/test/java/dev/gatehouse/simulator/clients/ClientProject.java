package dev.gatehouse.simulator.clients;

import dev.gatehouse.simulator.page.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client in another language, with its packages installed apart from its sources.
 *
 * @param name the folder below {@code src/test} and {@code target}
 * @param lock the file that pins the packages
 * @param installation the commands that install them, run in the target folder
 * @param run the command that starts the bot there
 */
record ClientProject(String name, String lock, List<List<String>> installation, List<String> run) {

  static final ClientProject DISCORD_JS =
      new ClientProject(
          "node",
          "package-lock.json",
          List.of(List.of("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline")),
          List.of("node", "bot.mjs"));

  static final ClientProject DISCORD_PY =
      new ClientProject(
          "python",
          "requirements.txt",
          List.of(
              List.of("python3", "-m", "venv", "venv"),
              List.of("venv/bin/pip", "install", "--quiet", "--no-deps", "-r", "requirements.txt")),
          List.of("venv/bin/python", "bot.py"));

  /** Installs the packages once, starts the bot; where that cannot be, the test is skipped. */
  RunningBot start(Map<String, String> environment) throws IOException, InterruptedException {
    copySources();
    if (!installed()) {
      install();
    }
    return new RunningBot(process(run, "bot.log", environment));
  }

  private Path folder() {
    return Path.of("target", name);
  }

  private void copySources() throws IOException {
    Files.createDirectories(folder());
    try (var sources = Files.list(Path.of("src", "test", name))) {
      for (var source : sources.toList()) {
        var copy = folder().resolve(source.getFileName());
        Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path marker() {
    return folder().resolve("installed-" + lock);
  }

  /** A copy of the lock is kept beside what was installed from it. */
  private boolean installed() throws IOException {
    return Files.exists(marker()) && Files.mismatch(marker(), folder().resolve(lock)) < 0;
  }

  private void install() throws IOException, InterruptedException {
    for (var command : installation) {
      var process = process(command, "install.log", Map.of());
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroy();
        throw Skip.because(
            "no packages for " + name + " here; see " + folder().resolve("install.log"));
      }
    }
    Files.copy(folder().resolve(lock), marker(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Process process(List<String> command, String log, Map<String, String> environment) {
    var builder =
        new ProcessBuilder(command)
            .directory(folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder().resolve(log).toFile());
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw Skip.because("cannot run " + command.getFirst() + " here: " + e.getMessage());
    }
  }

  /** A bot's process, ended with its test. */
  record RunningBot(Process process) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}
