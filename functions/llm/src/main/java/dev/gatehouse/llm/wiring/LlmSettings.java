package dev.gatehouse.llm.wiring;

import dev.gatehouse.assistant.settings.ConversationsTable;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.Settings;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All settings of the function, read and checked at once.
 *
 * @param turnsQueue where turns come from
 * @param deadLetters where one goes that can never be handled
 * @param directories whose files the stand-in may read
 * @param mostBytesPerFile larger files are not read
 */
record LlmSettings(
    ModelSettings model,
    ConversationsTable conversations,
    URI turnsQueue,
    URI deadLetters,
    List<Path> directories,
    long mostBytesPerFile) {
  private static final String DIRECTORIES = "ALLOWED_DIRECTORIES";
  private static final Pattern SEPARATOR =
      Pattern.compile(",|" + Pattern.quote(File.pathSeparator));

  /** Reads the settings of {@link dev.gatehouse.contracts.settings.Part#LLM}. */
  static LlmSettings of(Settings settings) {
    return new LlmSettings(
        ModelSettings.of(settings),
        ConversationsTable.of(settings),
        settings.requiredAddress("TURNS_QUEUE_URL", "the turns queue's URL"),
        settings.requiredAddress(
            "TURNS_DEAD_LETTERS_URL", "the URL of the turns queue's dead-letter queue"),
        settings.text(DIRECTORIES).map(LlmSettings::directories).orElse(List.of()),
        (long) settings.integer("MAX_FILE_SIZE_MB", 1, 1, 100) << 20);
  }

  private static List<Path> directories(String value) {
    return Arrays.stream(SEPARATOR.split(value))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(LlmSettings::directory)
        .toList();
  }

  private static Path directory(String part) {
    Path path = Path.of(part).toAbsolutePath().normalize();
    if (!Files.isDirectory(path)) {
      throw new InvalidSettingException(
          DIRECTORIES, "must list directories, separated by commas; '" + part + "' is none");
    }
    return path;
  }
}
