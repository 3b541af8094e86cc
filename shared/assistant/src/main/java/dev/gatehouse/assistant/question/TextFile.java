package dev.gatehouse.assistant.question;

import dev.gatehouse.chat.message.Enclosure.AttachedFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells files of text from others: by what they say they are, and then by what they hold. */
final class TextFile {
  private static final int LONGEST_CHARACTER = 4;

  /** What a media type begins with that is never text, and what the asker is told of it. */
  private static final Map<String, String> NEVER_TEXT =
      Map.of(
          "image/", "is a picture",
          "audio/", "is a sound",
          "video/", "is a video",
          "font/", "is a font",
          "application/pdf", "is a PDF",
          "application/zip", "is an archive",
          "application/gzip", "is an archive",
          "application/x-tar", "is an archive",
          "application/vnd.", "is an office document");

  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "webp", "heic", "avif", "bmp", "ico");
  private static final Set<String> ARCHIVES =
      Set.of("zip", "gz", "tgz", "xz", "bz2", "7z", "rar", "tar", "jar", "war");
  private static final Set<String> PROGRAMS =
      Set.of("exe", "dll", "so", "dylib", "class", "o", "bin", "wasm");

  private TextFile() {}

  /**
   * Why the file cannot be text, judged before it is fetched; nothing when it may be. Platforms
   * guess media types by names, so one that says text or nothing proves nothing.
   */
  static Optional<String> refusal(AttachedFile file) {
    String type = file.mediaType().toLowerCase(Locale.ROOT);
    if (type.startsWith("text/") || type.startsWith("image/svg")) {
      return Optional.empty();
    }
    return NEVER_TEXT.entrySet().stream()
        .filter(kind -> type.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> refusal(extension(file.name())));
  }

  private static Optional<String> refusal(String extension) {
    if (PICTURES.contains(extension)) {
      return Optional.of("is a picture");
    }
    if (ARCHIVES.contains(extension)) {
      return Optional.of("is an archive");
    }
    return PROGRAMS.contains(extension) ? Optional.of("is a program") : Optional.empty();
  }

  /**
   * The text that the bytes hold; nothing when they are none.
   *
   * @param cut whether they may end within a character
   */
  static Optional<String> text(byte[] bytes, boolean cut) {
    Charset charset = charset(bytes);
    for (int end = bytes.length; end >= 0 && end > bytes.length - LONGEST_CHARACTER; end--) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
        return Optional.of(withoutMark(text)).filter(TextFile::isText);
      } catch (CharacterCodingException e) {
        if (!cut) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Charset charset(byte[] bytes) {
    boolean marked = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static String withoutMark(String text) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return body.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Terminals colour logs with escapes; any other control character is a sign of a binary file. */
  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> c < ' ' && "\n\t\f\u001B\b".indexOf(c) < 0);
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
