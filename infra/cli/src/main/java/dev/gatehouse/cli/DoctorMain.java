package dev.gatehouse.cli;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code ./gatehouse doctor}: exit code 0 when nothing is broken, 1 otherwise. */
public final class DoctorMain {
  private DoctorMain() {}

  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), System.out));
  }

  static int run(Map<String, String> environment, PrintStream out) {
    try {
      return report(
          new Doctor(Settings.of(Part.COMMANDS, environment), System::nanoTime).examine(), out);
    } catch (InvalidSettingException e) {
      out.println("broken    " + e.getMessage());
      return 1;
    }
  }

  private static int report(List<Finding> findings, PrintStream out) {
    findings.forEach(finding -> out.println(line(finding)));
    return findings.stream().anyMatch(Finding.Broken.class::isInstance) ? 1 : 0;
  }

  private static String line(Finding finding) {
    return switch (finding) {
      case Finding.Fine fine -> "fine      " + fine.text();
      case Finding.Degraded degraded ->
          "degraded  " + degraded.text() + "\n          -> " + degraded.remedy();
      case Finding.Broken broken ->
          "broken    " + broken.text() + "\n          -> " + broken.remedy();
    };
  }
}
