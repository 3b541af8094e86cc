package dev.gatehouse.chat.platform;

import dev.gatehouse.chat.message.Enclosure.AttachedFile;

/** Fetches the files that people attach, from where the platform keeps them and nowhere else. */
@FunctionalInterface
public interface AttachedFiles {
  /**
   * The beginning of a file. What goes wrong is a result, since a question is answered without the
   * file as well.
   *
   * @param most how many bytes at most
   */
  Fetched fetch(AttachedFile file, int most);

  /** What became of it. */
  sealed interface Fetched {
    /**
     * It came.
     *
     * @param cut whether there is more than that
     */
    record Bytes(byte[] bytes, boolean cut) implements Fetched {}

    /**
     * It did not.
     *
     * @param why completes "the file …"
     */
    record Failed(String why) implements Fetched {}
  }
}
