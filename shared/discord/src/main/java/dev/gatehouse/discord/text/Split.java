package dev.gatehouse.discord.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a text is to be sent: as messages, or as a file when it would take too many of them. */
public sealed interface Split {

  /**
   * Messages to send in this order, each within the limit and complete in itself.
   *
   * @param texts never blank; empty only for a blank text
   */
  record Parts(List<String> texts) implements Split {
    public Parts {
      texts = List.copyOf(texts);
    }
  }

  /**
   * One message with the whole text attached.
   *
   * @param preview the beginning of the text, within the limit, to send as the message
   * @param fileName the name of the attachment
   * @param content the whole text, unchanged
   */
  record AsFile(String preview, String fileName, String content) implements Split {
    public static final String CONTENT_TYPE = "text/markdown; charset=utf-8";

    /** The attachment's bytes, in UTF-8. */
    public byte[] bytes() {
      return content.getBytes(StandardCharsets.UTF_8);
    }
  }
}
