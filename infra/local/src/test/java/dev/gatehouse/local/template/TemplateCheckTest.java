package dev.gatehouse.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * The SAM translator and cfn-lint on {@code template.yaml}, in a virtual environment of their own
 * with the versions that {@code infra/sam/requirements.txt} pins.
 */
final class TemplateCheckTest {
  private static final int MINUTES = 4;

  @Test
  void theTemplateTranslatesAndLints() throws Exception {
    Path python = environment();

    Run check =
        Run.of(List.of(python.toString(), Repository.file("infra/sam/check.py").toString()));

    assertThat(check.status()).as(check.output()).isEqualTo(0);
  }

  /** The virtual environment's Python; made once for each state of the requirements. */
  private static Path environment() throws IOException, InterruptedException {
    Path requirements = Repository.file("infra/sam/requirements.txt");
    Path venv = Repository.file("infra/local/target/template-check").resolve(digest(requirements));
    Path made = venv.resolve("made");
    if (!Files.exists(made)) {
      need(List.of("python3", "-m", "venv", venv.toString()), "python3 with venv");
      need(
          List.of(
              venv + "/bin/pip", "install", "--quiet", "--requirement", requirements.toString()),
          "what infra/sam/requirements.txt names");
      Files.createFile(made);
    }
    return venv.resolve("bin/python");
  }

  private static void need(List<String> command, String what) throws InterruptedException {
    try {
      Run run = Run.of(command);
      if (run.status() != 0) {
        throw new IOException(run.output().lines().reduce("", (a, b) -> b));
      }
    } catch (IOException e) {
      String reason = "the check of template.yaml needs " + what + ": " + e.getMessage();
      System.out.println("skipped: " + reason);
      throw new TestAbortedException(reason);
    }
  }

  private static String digest(Path file) throws IOException {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(Files.readAllBytes(file));
    return HexFormat.of().toHexDigits(crc.getValue(), 8);
  }

  private record Run(int status, String output) {
    static Run of(List<String> command) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("did not end within " + MINUTES + " minutes");
      }
      return new Run(process.exitValue(), output);
    }
  }
}
