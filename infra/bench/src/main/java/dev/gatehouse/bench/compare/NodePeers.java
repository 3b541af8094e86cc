package dev.gatehouse.bench.compare;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Finds the Node peers of a checkout and installs what they need, once. */
public final class NodePeers {
  private static final File HOME = new File("infra/bench/src/main/node");

  private NodePeers() {}

  /** The script, ready to run; nothing, with one line that says why, where Node is missing. */
  public static Optional<File> script(String name, PrintStream out)
      throws IOException, InterruptedException {
    if (!succeeds(new File("."), "node", "--version")) {
      out.println("skipped the Node peer: no 'node' on the path (install Node 20 or later)");
      return Optional.empty();
    }
    if (!new File(HOME, "node_modules").isDirectory() && !succeeds(HOME, "npm", "ci")) {
      out.println("skipped the Node peer: 'npm ci' failed in " + HOME);
      return Optional.empty();
    }
    return Optional.of(new File(HOME, name));
  }

  private static boolean succeeds(File directory, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command))
              .directory(directory)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
