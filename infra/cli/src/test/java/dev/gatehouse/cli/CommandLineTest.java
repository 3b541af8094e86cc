package dev.gatehouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.simulator.SimulatedApplication;
import dev.gatehouse.simulator.Simulator;
import dev.gatehouse.simulator.SimulatorConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both commands against the simulator, as their user sees them. */
class CommandLineTest {
  private static final String TOKEN = "a-token-of-the-bot";

  private Simulator discord;
  private SimulatedApplication application;

  @BeforeEach
  void start() {
    discord = Simulator.start(SimulatorConfig.standard(Clock.systemUTC()).withStrict(true));
    application = discord.register("Gatehouse", TOKEN);
  }

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void registerShowsWhatItRegistered() {
    Output output = run(out -> RegisterMain.run(List.of(), environment(), out));

    assertEquals(0, output.code(), output.text());
    assertTrue(output.text().contains("/ask"), output.text());
    assertTrue(output.text().contains("registered for every server"), output.text());
  }

  @Test
  void registerAndDoctorShowWhereTheBotIsInvited() {
    String address =
        "https://discord.com/oauth2/authorize?client_id="
            + application.id()
            + "&scope=bot+applications.commands&permissions=274878008320";

    assertTrue(
        run(out -> RegisterMain.run(List.of(), environment(), out)).text().contains(address));
    assertTrue(run(out -> DoctorMain.run(environment(), out)).text().contains(address));
  }

  @Test
  void registerRefusesWhatItDoesNotUnderstand() {
    Output output = run(out -> RegisterMain.run(List.of("--server"), environment(), out));

    assertEquals(2, output.code());
    assertTrue(output.text().contains("--guild GUILD_ID"), output.text());
  }

  @Test
  void registerNamesTheSettingThatIsMissing() {
    Output output = run(out -> RegisterMain.run(List.of(), Map.of(), out));

    assertEquals(1, output.code());
    assertTrue(output.text().contains("DISCORD_TOKEN: is not set"), output.text());
  }

  @Test
  void aWrongTokenIsSaidWithoutRepeatingIt() {
    Map<String, String> environment = environment();
    environment.put("DISCORD_TOKEN", "some-other-token");

    Output output = run(out -> DoctorMain.run(environment, out));

    assertEquals(1, output.code());
    assertTrue(output.text().contains("401"), output.text());
    assertFalse(output.text().contains("some-other-token"), output.text());
  }

  @Test
  void theDoctorFindsTheMissingEndpointAndTheForeignKey() {
    Map<String, String> environment = environment();
    environment.put("DISCORD_PUBLIC_KEY", "00".repeat(32));

    Output output = run(out -> DoctorMain.run(environment, out));

    assertEquals(1, output.code());
    assertTrue(
        output.text().contains("set DISCORD_PUBLIC_KEY=" + application.publicKey()), output.text());
    assertTrue(output.text().contains("no interactions endpoint is set"), output.text());
  }

  @Test
  void theOutputsThatTheDoctorNamesAreTheStacks() {
    Output output = run(out -> DoctorMain.run(environment(), out));

    List<String> named = StackOutputs.namedAfter("output ", output.text());
    assertFalse(named.isEmpty(), output.text());
    assertEquals(List.of(), StackOutputs.missingFrom(Repository.file("template.yaml"), named));
  }

  @Test
  void theDoctorSaysWhatIsFine() {
    Output output = run(out -> DoctorMain.run(environment(), out));

    assertTrue(output.text().contains("fine      Java 25"), output.text());
    assertTrue(output.text().contains("'Gatehouse'"), output.text());
    assertTrue(output.text().contains("identifies left today"), output.text());
  }

  @Test
  void withoutATokenTheDoctorSaysWhereToFindIt() {
    Output output = run(out -> DoctorMain.run(Map.of(), out));

    assertEquals(1, output.code());
    assertTrue(output.text().contains("discord.com/developers"), output.text());
  }

  private Map<String, String> environment() {
    return new HashMap<>(Map.of("DISCORD_TOKEN", TOKEN, "DISCORD_API_URL", discord.apiUrl()));
  }

  private static Output run(ToIntFunction<PrintStream> command) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code = command.applyAsInt(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return new Output(code, bytes.toString(StandardCharsets.UTF_8));
  }

  private record Output(int code, String text) {}
}
