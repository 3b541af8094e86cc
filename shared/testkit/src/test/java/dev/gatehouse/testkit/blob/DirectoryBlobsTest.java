package dev.gatehouse.testkit.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.BlobUnavailableException;
import dev.gatehouse.cloud.blob.DirectoryBlobs;
import dev.gatehouse.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs as files. */
final class DirectoryBlobsTest implements BlobStoreContract {
  private static final Duration KEEP = Duration.ofDays(1);

  @TempDir private Path parent;
  private final SettableClock clock = new SettableClock();
  private Path directory;
  private DirectoryBlobs blobs;

  @BeforeEach
  void open() {
    directory = parent.resolve("not/yet/there");
    blobs = new DirectoryBlobs(directory, KEEP, clock);
  }

  @Override
  public BlobStore blobs() {
    return blobs;
  }

  @Test
  void expiresAndIsSwept() throws IOException {
    blobs.put("old", new byte[] {1});
    clock.advance(KEEP);
    assertThat(blobs.get("old")).isEmpty();

    blobs.put("new", new byte[] {1});
    assertThat(count(directory)).isEqualTo(1);
    assertThat(blobs.get("new").isPresent()).isTrue();
  }

  @Test
  void sweepsNoFilesOfOthers() throws IOException {
    Files.createDirectories(directory);
    Path other = Files.writeString(directory.resolve("notes.txt"), "mine");
    Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
    blobs.put("key", new byte[] {1});

    assertThat(Files.exists(other)).isTrue();
  }

  @Test
  void staysInsideItsDirectory() throws IOException {
    blobs.put("../../escaped", new byte[] {1});

    assertThat(count(directory)).isEqualTo(1);
    assertThat(count(parent)).isEqualTo(1);
  }

  @Test
  void saysThatTheDirectoryIsNone() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");
    DirectoryBlobs wrong = new DirectoryBlobs(file, KEEP, clock);

    String message =
        assertThatExceptionOfType(BlobUnavailableException.class)
            .isThrownBy(() -> wrong.put("key", new byte[1]))
            .actual()
            .getMessage();
    assertThat(message).contains(file.toString());
  }

  private static long count(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }
}
