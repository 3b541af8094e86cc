package dev.gatehouse.local.up;

import dev.gatehouse.bridge.Bridge;
import dev.gatehouse.local.cloud.CloseStack;
import dev.gatehouse.local.cloud.LocalCloud;
import dev.gatehouse.local.cloud.ParallelStart;
import dev.gatehouse.local.cloud.Ports;
import dev.gatehouse.local.template.Template;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** Everything on loopback. */
public final class Up implements AutoCloseable {
  private static final Duration LOGIN = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Template template;
  private final UpSettings settings;
  private final Clock clock;
  private final LongSupplier nanos;
  private final TerminalOutput console;
  private final List<String> degraded;
  private final StackHealth health;
  private final CloseStack chatSide = new CloseStack();
  private final CloseStack ourSide = new CloseStack();

  private Up(
      Template template,
      UpSettings settings,
      Clock clock,
      LongSupplier nanos,
      TerminalOutput console) {
    this.template = template;
    this.settings = settings;
    this.clock = clock;
    this.nanos = nanos;
    this.console = console;
    this.degraded = settings.degraded();
    this.health = new StackHealth(degraded);
  }

  /**
   * Prepares a start, which {@link #start} then does; {@link #close} may end it at any time.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming a setting that is not
   *     known, or a wrong one of the model
   */
  public static Up of(
      Template template,
      Map<String, String> environment,
      Clock clock,
      LongSupplier nanos,
      PrintStream out) {
    UpSettings settings = new UpSettings(environment);
    settings.check(template);
    return new Up(template, settings, clock, nanos, new TerminalOutput(out));
  }

  /**
   * Starts all parts and returns when the bot is logged in and its commands are answered.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming a wrong setting
   * @throws BusyPortException naming a port that is taken
   */
  public void start() throws Exception {
    Ports ports = settings.cloudPorts();
    int simulatorPort = settings.simulatorPort();
    try (ParallelStart together = new ParallelStart()) {
      Future<LocalCloud> cloud =
          together.start(() -> ourSide.add(LocalCloud.start(template, ports, clock)));
      Chat chat = chatSide.add(Chat.start(simulatorPort, clock, nanos));
      console.started("chat page", chat.url());
      run(cloud.get(), chat);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    degraded.forEach(console::degraded);
    console.say("ready");
  }

  /** The bridge first, then the functions; the chat last, so that what runs can still answer. */
  @Override
  public void close() {
    ourSide.close();
    chatSide.close();
  }

  private void run(LocalCloud cloud, Chat chat) throws Exception {
    console.started("SQS", cloud.endpoints().sqs());
    console.started("DynamoDB", cloud.endpoints().dynamoDb());
    Map<String, String> parameters = new HashMap<>(settings.parameters(template));
    parameters.putAll(chat.parameters());
    cloud.run(parameters, settings.forFunctions(), health);
    console.started("product", cloud.api() + "/health");
    Bridge bridge = ourSide.add(startBridge(cloud, chat, parameters));
    health.watch(bridge);
    URI endpoint = cloud.api().resolve("/discord/interactions");
    chat.connect(endpoint);
    console.started("webhook", endpoint);
    awaitLogin(bridge);
    console.started("bridge", "http://127.0.0.1:" + bridge.managementPort() + "/health");
  }

  private Bridge startBridge(LocalCloud cloud, Chat chat, Map<String, String> parameters) {
    return Bridge.start(
        BridgeEnvironment.of(
            cloud.blueprint(parameters), cloud.endpoints(), settings.forBridge(), chat.forBridge()),
        clock,
        nanos);
  }

  private void awaitLogin(Bridge bridge) throws InterruptedException {
    Instant deadline = clock.instant().plus(LOGIN);
    while (!bridge.health().ready()) {
      if (clock.instant().isAfter(deadline)) {
        throw new IllegalStateException(
            "the bridge did not log in within "
                + LOGIN.toSeconds()
                + " s: "
                + bridge.health().problems());
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
