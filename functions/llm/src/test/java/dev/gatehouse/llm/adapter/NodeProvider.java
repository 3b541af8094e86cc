package dev.gatehouse.llm.adapter;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A provider written by others, in Node; where it cannot run, the test that wants it is skipped.
 */
final class NodeProvider implements AutoCloseable {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path INSTALLED = Path.of("target", "node");
  private static final Path MARKER = INSTALLED.resolve("installed-lock.json");
  private static final Path LOCK = INSTALLED.resolve("package-lock.json");

  private final Process process;
  private final URI address;

  private NodeProvider(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static NodeProvider start() throws IOException, InterruptedException {
    install();
    Process process =
        new ProcessBuilder("node", "provider.mjs")
            .directory(INSTALLED.toFile())
            .redirectError(INSTALLED.resolve("provider.log").toFile())
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String address = out.readLine();
    if (address == null) {
      throw new IOException("the provider ended at once; see " + INSTALLED + "/provider.log");
    }
    return new NodeProvider(process, URI.create(address));
  }

  URI at(String path) {
    return address.resolve(path);
  }

  /** The script stops when its input ends. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "provider.mjs")) {
      Files.copy(
          SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(MARKER) || Files.mismatch(MARKER, LOCK) >= 0) {
      npm();
      Files.copy(LOCK, MARKER, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void npm() throws IOException, InterruptedException {
    File log = INSTALLED.resolve("npm.log").toFile();
    Process npm = npm(log);
    if (!npm.waitFor(2, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroy();
      skip("npm could not install @copilotkit/aimock, see " + log);
    }
  }

  private static Process npm(File log) {
    try {
      return new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline")
          .directory(INSTALLED.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log)
          .start();
    } catch (IOException e) {
      return skip("no npm here: " + e.getMessage());
    }
  }

  private static <T> T skip(String why) {
    System.err.println("skipped: the models' adapters against a Node provider: " + why);
    return abort("skipped: " + why);
  }
}
