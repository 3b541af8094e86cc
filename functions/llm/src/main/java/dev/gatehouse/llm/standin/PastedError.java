package dev.gatehouse.llm.standin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error that somebody pasted.
 *
 * @param name the exception's or error's name
 * @param message what it says; may be empty
 * @param frames places in source files, innermost first
 */
record PastedError(String name, String message, List<Frame> frames) {
  /** A line of a source file. */
  record Frame(String file, int line) {}

  private static final Pattern NAMED =
      Pattern.compile(
          "(?m)^(?:> )*(?:Exception in thread \"[^\"]*\" |Caused by: |Uncaught |panic: )?"
              + "((?:[\\w$]+[.:]{1,2})*[A-Z]\\w*(?:Error|Exception|Panic|Fault))\\b(?::? ?(.*))$");
  private static final Pattern MARKED =
      Pattern.compile("(?m)^(?:.*\\[)?(ERROR|FATAL|panic|error)(?:\\[[^\\]]*\\]|\\])?:? +(.+)$");
  private static final Pattern JVM_OR_JS = Pattern.compile("[(/\\s]([\\w.-]+\\.\\w{1,5}):(\\d+)");
  private static final Pattern PYTHON = Pattern.compile("File \"([^\"]+)\", line (\\d+)");

  /** The error in a text, if it holds one. */
  static Optional<PastedError> in(String text) {
    return match(NAMED, text).or(() -> match(MARKED, text));
  }

  private static Optional<PastedError> match(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    Optional<PastedError> last = Optional.empty();
    while (found.find()) {
      last = Optional.of(pastedError(found, text));
      if (!text.contains("Caused by: ")) {
        break;
      }
    }
    return last;
  }

  private static PastedError pastedError(Matcher found, String text) {
    boolean python = PYTHON.matcher(text).find();
    List<Frame> frames =
        python ? frames(PYTHON, text).reversed() : frames(JVM_OR_JS, text.substring(found.start()));
    return new PastedError(found.group(1), found.group(2).strip(), frames);
  }

  private static List<Frame> frames(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .filter(at -> at.group(2).length() < 8)
        .map(at -> new Frame(at.group(1), Integer.parseInt(at.group(2))))
        .distinct()
        .limit(30)
        .toList();
  }
}
