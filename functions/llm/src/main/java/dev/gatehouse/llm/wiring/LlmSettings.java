package dev.gatehouse.llm.wiring;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.ModelSettings;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.SecretSetting;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All settings of the function, read and checked at once.
 *
 * @param discordToken the bot's token itself, or where it is kept
 * @param historyTtl how long a conversation is remembered
 * @param directories whose files the stand-in may read
 * @param mostBytesPerFile larger files are not read
 */
record LlmSettings(
    ModelSettings model,
    String conversationsTable,
    URI discordApi,
    SecretSetting discordToken,
    Duration historyTtl,
    List<Path> directories,
    long mostBytesPerFile) {
  private static final String TABLE = "CONVERSATIONS_TABLE";
  private static final String API = "DISCORD_API_URL";
  private static final String DIRECTORIES = "ALLOWED_DIRECTORIES";
  private static final Pattern SEPARATOR =
      Pattern.compile(",|" + Pattern.quote(File.pathSeparator));

  static LlmSettings of(Map<String, String> environment) {
    Settings settings = Settings.of(Part.LLM, environment);
    return new LlmSettings(
        ModelSettings.of(settings),
        settings.requiredText(TABLE, "the name of the table of conversations"),
        settings.address(API).orElse(DiscordRestConfig.DISCORD),
        SecretSetting.discordToken(settings),
        Duration.ofDays(settings.integer("HISTORY_TTL_DAYS", 30, 1, 3650)),
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
