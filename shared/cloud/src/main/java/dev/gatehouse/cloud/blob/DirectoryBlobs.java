package dev.gatehouse.cloud.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Blobs as files of a directory, for a laptop. A file's name is the hash of its key, so that no key
 * can point elsewhere; a file appears whole or not at all.
 */
public final class DirectoryBlobs implements BlobStore {
  private static final String OURS = "*.{blob,unfinished}";
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);

  private final Path directory;
  private final Duration keep;
  private final Clock clock;
  private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

  /**
   * Blobs in that directory, which is made when the first one is put.
   *
   * @param keep how long a blob can be read; older ones are deleted now and then
   */
  public DirectoryBlobs(Path directory, Duration keep, Clock clock) {
    this.directory = directory;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void put(String key, ByteBuffer bytes) {
    try {
      Files.createDirectories(directory);
      sweepNowAndThen();
      write(file(key), bytes);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public Optional<byte[]> get(String key) {
    Path file = file(key);
    try {
      return isExpired(file) ? Optional.empty() : Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private void write(Path file, ByteBuffer bytes) throws IOException {
    Path unfinished = Files.createTempFile(directory, "blob", ".unfinished");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      }
      Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void sweepNowAndThen() throws IOException {
    Instant now = clock.instant();
    Instant due = nextSweep.get();
    if (now.isBefore(due) || !nextSweep.compareAndSet(due, now.plus(SWEEP_EVERY))) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, OURS)) {
      for (Path file : files) {
        deleteIfExpired(file);
      }
    }
  }

  private void deleteIfExpired(Path file) throws IOException {
    try {
      if (isExpired(file)) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Another thread was faster.
    }
  }

  private boolean isExpired(Path file) throws IOException {
    Instant written = Files.getLastModifiedTime(file).toInstant();
    return !written.plus(keep).isAfter(clock.instant());
  }

  private Path file(String key) {
    return directory.resolve(ContentHash.of(StandardCharsets.UTF_8.encode(key)) + ".blob");
  }

  private BlobUnavailableException unavailable(IOException e) {
    return new BlobUnavailableException("directory " + directory + ": " + e, e);
  }
}
