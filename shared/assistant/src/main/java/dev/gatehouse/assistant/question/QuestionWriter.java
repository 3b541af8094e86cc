package dev.gatehouse.assistant.question;

import dev.gatehouse.assistant.history.AbridgedText;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.chat.message.Author;
import dev.gatehouse.chat.message.Enclosure;
import dev.gatehouse.chat.message.Enclosure.AttachedFile;
import dev.gatehouse.chat.message.Enclosure.Card;
import dev.gatehouse.chat.message.Enclosure.Poll;
import dev.gatehouse.chat.message.Enclosure.Quote;
import dev.gatehouse.chat.message.Enclosure.Sticker;
import dev.gatehouse.chat.message.Enclosure.VoiceMessage;
import dev.gatehouse.chat.platform.AttachedFiles;
import dev.gatehouse.chat.platform.AttachedFiles.Fetched;
import dev.gatehouse.chat.platform.ChatPlatforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a question as the model reads it: what the asker says, and below it what came with it. A
 * line in brackets says what follows and whose it is, and each line of what follows is quoted, so
 * that no text from outside can pass for the asker's own, however it is written.
 */
public final class QuestionWriter {
  /** So many files are read of one question. */
  static final int MOST_FILES = 5;

  /** So much of one file is fetched. */
  static final int MOST_BYTES = 512 * 1024;

  /** Characters (UTF-16 units) of all files together, and of all else that came with a question. */
  static final int MOST_OF_FILES = 16_000;

  static final int MOST_OF_OTHERS = 8_000;

  /** What is remembered is not cut again, so that the history knows the question by its text. */
  private static final int MOST = 30_000;

  private final ChatPlatforms platforms;
  private final boolean readsFiles;

  /**
   * A writer for questions of these platforms.
   *
   * @param readsFiles whether attached files are fetched at all
   */
  public QuestionWriter(ChatPlatforms platforms, boolean readsFiles) {
    this.platforms = platforms;
    this.readsFiles = readsFiles;
  }

  /**
   * Writes a question.
   *
   * @param text what the asker says; may be blank
   */
  public WrittenQuestion write(Request request, String text) {
    if (request.enclosures().isEmpty()) {
      return new WrittenQuestion(text.strip(), "");
    }
    AttachedFiles files = platforms.get(request.conversation().platform()).files();
    Writing writing = new Writing(files, count(request.enclosures()));
    List<String> paragraphs = new ArrayList<>(List.of(text.strip()));
    request.enclosures().forEach(enclosure -> paragraphs.add(writing.paragraph(enclosure)));
    paragraphs.add(writing.summary());
    boolean readable = !text.isBlank() || writing.anythingRead;
    String prompt =
        paragraphs.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining("\n\n"));
    return new WrittenQuestion(readable ? AbridgedText.of(prompt, MOST) : "", writing.notice());
  }

  private static int count(List<Enclosure> enclosures) {
    return enclosures.stream()
        .mapToInt(enclosure ->
            switch (enclosure) {
              case AttachedFile file -> TextFile.refusal(file).isPresent() ? 0 : 1;
              case Quote quote -> count(quote.enclosures());
              case Card _, Poll _, Sticker _, VoiceMessage _ -> 0;
            })
        .sum();
  }

  /** The writing of one question. */
  private final class Writing {
    private final AttachedFiles files;
    private final List<String> unread = new ArrayList<>();
    private int filesToCome;
    private int filesSeen;
    private int filesRead;
    private int leftForFiles = MOST_OF_FILES;
    private int leftForOthers = MOST_OF_OTHERS;
    private boolean anythingRead;

    Writing(AttachedFiles files, int filesToCome) {
      this.files = files;
      this.filesToCome = Math.min(filesToCome, MOST_FILES);
    }

    String paragraph(Enclosure enclosure) {
      return switch (enclosure) {
        case Quote quote -> quote(quote);
        case Card(String text) -> other("A card", text);
        case Poll(String question, List<String> answers) ->
            other(
                "A poll",
                answers.stream()
                    .map(answer -> "\n- " + answer)
                    .collect(Collectors.joining("", question, "")));
        case Sticker(String name) -> {
          anythingRead = true;
          yield "[A sticker: " + inline(name) + "]";
        }
        case VoiceMessage voice -> {
          unread.add("I cannot listen to voice messages");
          yield "[A voice message of "
              + Math.max(1, voice.length().toSeconds())
              + " s, which is not written down here]";
        }
        case AttachedFile file -> file(file);
      };
    }

    private String quote(Quote quote) {
      String what = what(quote);
      List<String> inner = new ArrayList<>();
      if (!quote.text().isEmpty()) {
        inner.add(taken(quote.text()));
      }
      quote.enclosures().forEach(enclosure -> inner.add(paragraph(enclosure)));
      return inner.isEmpty()
          ? "[" + what + ", of which nothing can be read]"
          : "[" + what + ":]\n" + quoted(String.join("\n\n", inner));
    }

    private static String what(Quote quote) {
      return switch (quote.kind()) {
        case FORWARDED -> "A forwarded message";
        case REPLIED_TO -> "In reply to a message" + quote.author().map(Writing::of).orElse("");
      };
    }

    private static String of(Author author) {
      return author.kind() == Author.Kind.OURSELVES ? " of yours" : " of " + inline(author.name());
    }

    private String other(String what, String text) {
      return "[" + what + ":]\n" + quoted(taken(text));
    }

    /** As much of a text as there is room for. */
    private String taken(String text) {
      anythingRead = true;
      String head = head(text, leftForOthers);
      leftForOthers -= head.length();
      return head.length() < text.length() ? head + "\n[cut: it is longer]" : head;
    }

    private String file(AttachedFile file) {
      filesSeen++;
      Optional<String> refusal = refusal(file);
      if (refusal.isPresent()) {
        return unreadFile(file, refusal.get());
      }
      int share = leftForFiles / Math.max(1, filesToCome--);
      return switch (files.fetch(file, MOST_BYTES)) {
        case Fetched.Failed(String why) -> unreadFile(file, why);
        case Fetched.Bytes(byte[] bytes, boolean cut) ->
            TextFile.text(bytes, cut)
                .map(text -> readFile(file, text, cut, share))
                .orElseGet(() -> unreadFile(file, "holds no text"));
      };
    }

    private Optional<String> refusal(AttachedFile file) {
      return TextFile.refusal(file)
          .or(() ->
              readsFiles
                  ? Optional.empty()
                  : Optional.of("stays unread, as reading files is off here"))
          .or(() ->
              filesToCome > 0
                  ? Optional.empty()
                  : Optional.of("is one more than the " + MOST_FILES + " that I read"));
    }

    private String readFile(AttachedFile file, String text, boolean cut, int share) {
      anythingRead = true;
      filesRead++;
      String lines = quoted(text.stripTrailing());
      String head = head(lines, share);
      leftForFiles -= head.length();
      boolean whole = !cut && head.length() == lines.length();
      if (!whole) {
        unread.add("only the beginning of " + code(file.name()) + " fits here");
      }
      String name = "[File " + inline(file.name());
      if (text.isBlank()) {
        return name + ", which is empty]";
      }
      return name + (whole ? ":]\n" : ", its beginning:]\n") + head;
    }

    private String unreadFile(AttachedFile file, String why) {
      unread.add(code(file.name()) + " " + why);
      return "[File " + inline(file.name()) + ", not read: it " + why + "]";
    }

    /** What the model is told of the files as a whole. */
    String summary() {
      return filesRead == filesSeen ? "" : "[" + filesRead() + "]";
    }

    /** What the asker is told. */
    String notice() {
      if (unread.isEmpty()) {
        return "";
      }
      String which = String.join("; ", unread);
      return filesRead == filesSeen
          ? "*" + Character.toUpperCase(which.charAt(0)) + which.substring(1) + ".*"
          : "*" + filesRead() + ": " + which + ".*";
    }

    private String filesRead() {
      return filesRead + " of " + filesSeen + (filesSeen == 1 ? " file" : " files") + " read";
    }
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> ("> " + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static String head(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean insidePair = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, insidePair ? most - 1 : most);
  }

  /** A name in one line, which cannot end the brackets around it. */
  private static String inline(String name) {
    return head(name.replaceAll("[\\s\\[\\]\\p{Cntrl}]+", " ").strip(), 100);
  }

  private static String code(String name) {
    return "`" + inline(name).replace('`', '\'') + "`";
  }
}
