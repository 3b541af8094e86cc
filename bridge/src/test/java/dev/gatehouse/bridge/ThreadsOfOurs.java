package dev.gatehouse.bridge;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The threads in this process that run code of the bridge or were made for it, virtual ones too.
 */
final class ThreadsOfOurs {
  private static final Pattern TITLE = Pattern.compile("^#(\\d+) \"([^\"]*)\"");
  private static final Pattern CODE =
      Pattern.compile("dev\\.gatehouse\\.(bridge|cloud)\\.|^#\\d+ \"sdk-");

  private final Set<String> before = now();

  /** Those that were not there when this was made: number and name of each. */
  Set<String> since() {
    Set<String> threads = now();
    threads.removeAll(before);
    return threads;
  }

  private static Set<String> now() {
    Set<String> threads = new TreeSet<>();
    for (String thread : dump().split("\n\\s*\n")) {
      Matcher title = TITLE.matcher(thread.strip());
      if (title.find() && CODE.matcher(thread.strip()).find()) {
        threads.add(title.group());
      }
    }
    threads.removeIf(thread -> thread.startsWith("#" + Thread.currentThread().threadId() + " "));
    return threads;
  }

  private static String dump() {
    try {
      Path directory = Files.createTempDirectory("threads");
      Path file = directory.resolve("dump.txt");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
      String dump = Files.readString(file);
      for (Path path : Arrays.asList(file, directory)) {
        Files.delete(path);
      }
      return dump;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
