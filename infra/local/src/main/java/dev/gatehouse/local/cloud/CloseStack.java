package dev.gatehouse.local.cloud;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was opened, to be closed the other way round; one that fails does not keep the rest open.
 */
public final class CloseStack implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CloseStack.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private boolean closed;

  /**
   * Adds a part, and hands it back.
   *
   * @throws IllegalStateException when all was closed meanwhile; then the part is closed as well
   */
  public synchronized <T extends AutoCloseable> T add(T part) {
    if (closed) {
      close(part);
      throw new IllegalStateException("stopped while starting");
    }
    open.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
    }
  }
}
