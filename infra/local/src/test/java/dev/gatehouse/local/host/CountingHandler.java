package dev.gatehouse.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers which handler it is; {@code meet} waits for a second event, {@code hang} for ever. */
public final class CountingHandler implements RequestStreamHandler {
  static final AtomicInteger MADE = new AtomicInteger();
  static volatile CountDownLatch meeting = new CountDownLatch(2);

  private final int number = MADE.incrementAndGet();

  public CountingHandler(Map<String, String> environment) {
    if (environment.containsKey("BROKEN")) {
      throw new IllegalStateException("BROKEN is set");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    try {
      act(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IOException("cut off", e);
    }
    output.write(String.valueOf(number).getBytes(StandardCharsets.UTF_8));
  }

  private static void act(String event) throws InterruptedException {
    switch (event) {
      case "meet" -> {
        meeting.countDown();
        meeting.await();
      }
      case "hang" -> new CountDownLatch(1).await();
      default -> {}
    }
  }
}
