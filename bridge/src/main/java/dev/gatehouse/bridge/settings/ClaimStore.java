package dev.gatehouse.bridge.settings;

import dev.gatehouse.contracts.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** Where payloads go that the queue does not take. */
public sealed interface ClaimStore {
  /** A bucket in S3. */
  record Bucket(String name) implements ClaimStore {}

  /** A table, in pieces; for emulators without S3. */
  record InTable(String name) implements ClaimStore {}

  /** A directory that consumers share. */
  record Directory(Path path) implements ClaimStore {}

  /**
   * The one that is set: {@code CLAIMS_DIRECTORY}, {@code CLAIMS_TABLE} or {@code CLAIMS_BUCKET}.
   */
  static Optional<ClaimStore> of(Settings settings) {
    return settings
        .parsed("CLAIMS_DIRECTORY", "a path", Path::of)
        .<ClaimStore>map(Directory::new)
        .or(() -> settings.text("CLAIMS_TABLE").map(InTable::new))
        .or(() -> settings.text("CLAIMS_BUCKET").map(Bucket::new));
  }
}
