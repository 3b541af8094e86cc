package dev.gatehouse.cli;

import dev.gatehouse.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The stack's outputs as texts name them, and as the template has them. */
final class StackOutputs {
  private static final String NAME = "((?:[A-Z][a-z]+){2,})";

  private StackOutputs() {}

  /** The names of two words and more, such as {@code EventsQueueUrl}, each behind {@code mark}. */
  static List<String> namedAfter(String mark, String text) {
    return Pattern.compile(Pattern.quote(mark) + NAME)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  /** Those that are no outputs of the template. */
  static List<String> missingFrom(Path template, List<String> names) {
    try {
      List<String> outputs = Template.read(template).outputNames();
      return names.stream().filter(name -> !outputs.contains(name)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
