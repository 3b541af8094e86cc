package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    assertThat(output.code()).as(output.text()).isEqualTo(0);
    assertThat(output.text()).contains("/ask");
    assertThat(output.text()).contains("registered for every server");
  }

  @Test
  void registerAndDoctorShowWhereTheBotIsInvited() {
    String address =
        "https://discord.com/oauth2/authorize?client_id="
            + application.id()
            + "&scope=bot+applications.commands&permissions=274878008320";

    assertThat(run(out -> RegisterMain.run(List.of(), environment(), out)).text())
        .contains(address);
    assertThat(run(out -> DoctorMain.run(environment(), out)).text()).contains(address);
  }

  @Test
  void registerRefusesWhatItDoesNotUnderstand() {
    Output output = run(out -> RegisterMain.run(List.of("--server"), environment(), out));

    assertThat(output.code()).isEqualTo(2);
    assertThat(output.text()).contains("--guild GUILD_ID");
  }

  @Test
  void registerNamesTheSettingThatIsMissing() {
    Output output = run(out -> RegisterMain.run(List.of(), Map.of(), out));

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.text()).contains("DISCORD_TOKEN: is not set");
  }

  @Test
  void aWrongTokenIsSaidWithoutRepeatingIt() {
    Map<String, String> environment = environment();
    environment.put("DISCORD_TOKEN", "some-other-token");

    Output output = run(out -> DoctorMain.run(environment, out));

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.text()).contains("401");
    assertThat(output.text()).doesNotContain("some-other-token");
  }

  @Test
  void theDoctorFindsTheMissingEndpointAndTheForeignKey() {
    Map<String, String> environment = environment();
    environment.put("DISCORD_PUBLIC_KEY", "00".repeat(32));

    Output output = run(out -> DoctorMain.run(environment, out));

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.text()).contains("set DISCORD_PUBLIC_KEY=" + application.publicKey());
    assertThat(output.text()).contains("no interactions endpoint is set");
  }

  @Test
  void theOutputsThatTheDoctorNamesAreTheStacks() {
    Output output = run(out -> DoctorMain.run(environment(), out));

    List<String> named = StackOutputs.namedAfter("output ", output.text());
    assertThat(named.isEmpty()).as(output.text()).isFalse();
    assertThat(StackOutputs.missingFrom(Repository.file("template.yaml"), named)).isEmpty();
  }

  @Test
  void theDoctorSaysWhatIsFine() {
    Output output = run(out -> DoctorMain.run(environment(), out));

    assertThat(output.text()).contains("fine      Java 25");
    assertThat(output.text()).contains("'Gatehouse'");
    assertThat(output.text()).contains("identifies left today");
  }

  @Test
  void withoutATokenTheDoctorSaysWhereToFindIt() {
    Output output = run(out -> DoctorMain.run(Map.of(), out));

    assertThat(output.code()).isEqualTo(1);
    assertThat(output.text()).contains("discord.com/developers");
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
