package dev.gatehouse.bench.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used, by the kernel's own accounting (<a
 * href="https://man7.org/linux/man-pages/man5/proc.5.html">proc(5)</a>).
 */
public final class ProcessUse {
  /** The kernel's USER_HZ, which is 100 on every architecture that Linux reports it for. */
  private static final long TICK_MICROS = 10_000;

  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private ProcessUse() {}

  /** User and system time of all its threads, in microseconds. */
  static long cpuMicros(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * TICK_MICROS;
  }

  /** The most memory that was resident, in MB. */
  public static double peakMegabytes(long pid) {
    return megabytes(pid, "VmHWM:");
  }

  /** The memory that is resident now, in MB. */
  public static double residentMegabytes(long pid) {
    return megabytes(pid, "VmRSS:");
  }

  private static double megabytes(long pid, String field) {
    return read(pid, "status")
            .lines()
            .filter(line -> line.startsWith(field))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0)
        / 1024.0;
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " has ended", e);
    }
  }
}
