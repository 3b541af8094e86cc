package dev.gatehouse.llm.wiring;

import dev.gatehouse.llm.search.BundledDocuments;
import dev.gatehouse.llm.search.ProjectFiles;
import dev.gatehouse.llm.standin.Knowledge;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Reads the stand-in's documents once, beside the start, so that no question waits for it. */
final class KnowledgeSource implements Supplier<Knowledge> {
  private final FutureTask<Knowledge> reading;

  KnowledgeSource(ProjectFiles files) {
    reading = new FutureTask<>(() -> new Knowledge(BundledDocuments.passages(), files.read()));
  }

  /** Begins to read. */
  KnowledgeSource begin() {
    Thread.ofVirtual().name("stand-in-index").start(reading);
    return this;
  }

  @Override
  public Knowledge get() {
    return switch (reading.state()) {
      case SUCCESS -> reading.resultNow();
      case RUNNING, FAILED, CANCELLED -> await();
    };
  }

  private Knowledge await() {
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
