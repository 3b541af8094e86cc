package dev.gatehouse.llm.wiring;

import dev.gatehouse.llm.search.BundledDocuments;
import dev.gatehouse.llm.search.ProjectFiles;
import dev.gatehouse.llm.standin.Documents;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Reads the stand-in's documents once, beside the start, so that no question waits for it. */
final class DocumentsSource implements Supplier<Documents> {
  private final FutureTask<Documents> reading;

  DocumentsSource(ProjectFiles files) {
    reading = new FutureTask<>(() -> new Documents(BundledDocuments.passages(), files.read()));
  }

  /** Begins to read. */
  DocumentsSource begin() {
    Thread.ofVirtual().name("stand-in-index").start(reading);
    return this;
  }

  @Override
  public Documents get() {
    return switch (reading.state()) {
      case SUCCESS -> reading.resultNow();
      case RUNNING, FAILED, CANCELLED -> await();
    };
  }

  private Documents await() {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the documents were read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the documents could not be read", e.getCause());
    }
  }
}
