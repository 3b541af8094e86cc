package dev.gatehouse.local;

import dev.gatehouse.local.event.SignedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Prints an event of {@code events/} signed now, or the {@code curl} command that posts it. */
public final class SignEventMain {
  private static final String USAGE = "usage: SignEventMain FILE [--curl URL]";
  private static final int MISUSED = 2;

  private SignEventMain() {}

  public static void main(String[] arguments) {
    try {
      System.out.println(run(List.of(arguments), Clock.systemUTC()));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(MISUSED);
    }
  }

  static String run(List<String> arguments, Clock clock) throws IOException {
    boolean asCurl = arguments.size() == 3 && arguments.get(1).equals("--curl");
    if (arguments.size() != 1 && !asCurl) {
      throw new IllegalArgumentException(USAGE);
    }
    SignedEvent event = SignedEvent.of(Path.of(arguments.getFirst()), clock.instant());
    return asCurl ? event.toCurl(arguments.getLast()) : event.toJson();
  }
}
