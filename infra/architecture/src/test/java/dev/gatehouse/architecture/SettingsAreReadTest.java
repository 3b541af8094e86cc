package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.settings.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a part says it reads, its sources or a rule that it shares with others name. */
final class SettingsAreReadTest {
  private static final Path ROOT = Path.of("../..");
  private static final Map<Part, List<String>> SOURCES =
      Map.of(
          Part.BRIDGE, List.of("bridge/src/main"),
          Part.INTERACTIONS, List.of("functions/interactions/src/main"),
          Part.CONVERSATION, List.of("functions/conversation/src/main"),
          Part.LLM, List.of("functions/llm/src/main"),
          Part.UP, List.of("infra/local/src/main"),
          Part.COMMANDS, List.of("infra/cli/src/main", "gatehouse"));
  private static final List<String> SHARED_RULES =
      List.of(
          "shared/contracts/src/main/java/dev/gatehouse/contracts/settings/ModelSettings.java",
          "shared/contracts/src/main/java/dev/gatehouse/contracts/settings/SecretSetting.java",
          "shared/assistant/src/main/java/dev/gatehouse/assistant/settings/ConversationsTable.java",
          "shared/cloud/src/main/java/dev/gatehouse/cloud/blob/ClaimCheckStore.java",
          "shared/discord-chat/src/main/java/dev/gatehouse/discordchat/DiscordPlatformProvider.java");

  @ParameterizedTest
  @EnumSource
  void eachIsNamedInTheSources(Part part) throws IOException {
    String sources = text(SOURCES.getOrDefault(part, List.of())) + text(SHARED_RULES);

    assertThat(part.reads().stream().filter(name -> !isNamed(name, sources)).sorted().toList())
        .isEmpty();
  }

  private static boolean isNamed(String name, String sources) {
    return Pattern.compile("\\b" + name + "\\b").matcher(sources).find();
  }

  private static String text(List<String> places) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String place : places) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    return all.toString();
  }
}
