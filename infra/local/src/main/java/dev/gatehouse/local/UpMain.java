package dev.gatehouse.local;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.local.template.Template;
import dev.gatehouse.local.up.BusyPortException;
import dev.gatehouse.local.up.Up;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** {@code ./gatehouse up}: runs in the directory of {@code template.yaml} until it is stopped. */
public final class UpMain {
  private static final Path TEMPLATE = Path.of("template.yaml");
  private static final int FAILED = 1;
  private static final int MISCONFIGURED = 2;

  private UpMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    LibraryLogging.libraries();
    System.out.println("Gatehouse starts on this machine (Ctrl-C stops it):");
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      Up up =
          Up.of(
              Template.read(TEMPLATE),
              System.getenv(),
              Clock.systemUTC(),
              System::nanoTime,
              System.out);
      Runtime.getRuntime().addShutdownHook(new Thread(up::close, "stop"));
      up.start();
      stopped.await();
    } catch (InvalidSettingException | BusyPortException e) {
      fail(MISCONFIGURED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      fail(FAILED, "cannot read " + TEMPLATE.toAbsolutePath() + ": " + e.getMessage());
    } catch (Exception e) {
      fail(FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static void fail(int status, String reason) {
    System.err.println("up: " + reason);
    System.exit(status);
  }
}
