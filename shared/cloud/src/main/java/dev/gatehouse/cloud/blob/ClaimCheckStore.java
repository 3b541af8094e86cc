package dev.gatehouse.cloud.blob;

import dev.gatehouse.contracts.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where payloads lie that are too large for a queue: a message then carries only a claim check, the
 * key that its reader fetches the payload by.
 */
public sealed interface ClaimCheckStore {
  /** A bucket in S3. */
  record Bucket(String name) implements ClaimCheckStore {}

  /** A table, in pieces; for emulators without S3. */
  record InTable(String name) implements ClaimCheckStore {}

  /** A directory that writer and reader share. */
  record Directory(Path path) implements ClaimCheckStore {}

  /**
   * The one that is set: {@code CLAIMS_DIRECTORY}, {@code CLAIMS_TABLE} or {@code CLAIMS_BUCKET},
   * the nearest first; none when none is.
   */
  static Optional<ClaimCheckStore> of(Settings settings) {
    return settings
        .parsed("CLAIMS_DIRECTORY", "a path", Path::of)
        .<ClaimCheckStore>map(Directory::new)
        .or(() -> settings.text("CLAIMS_TABLE").map(InTable::new))
        .or(() -> settings.text("CLAIMS_BUCKET").map(Bucket::new));
  }
}
