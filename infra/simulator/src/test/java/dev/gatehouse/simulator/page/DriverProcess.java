package dev.gatehouse.simulator.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.regex.Pattern;

/** A chromedriver on a port of its own choice. */
final class DriverProcess implements AutoCloseable {

  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

  private final Process process;
  private final URI uri;

  private DriverProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static DriverProcess start(Chromium chromium) {
    try {
      var process =
          new ProcessBuilder(chromium.driver().toString(), "--port=0")
              .redirectErrorStream(true)
              .start();
      var output = process.inputReader();
      var port = port(output);
      Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
      return new DriverProcess(process, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String port(BufferedReader output) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var match = STARTED.matcher(line);
      if (match.find()) {
        return match.group(1);
      }
    }
    throw new IOException("chromedriver ended before it said its port");
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
