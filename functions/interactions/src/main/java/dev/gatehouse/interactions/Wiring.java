package dev.gatehouse.interactions;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.cloud.credentials.CredentialsSources;
import dev.gatehouse.cloud.sqs.SigningClock;
import dev.gatehouse.cloud.sqs.SqsHttpSender;
import dev.gatehouse.cloud.sqs.SqsSenderSettings;
import dev.gatehouse.contracts.retry.Backoff;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.contracts.settings.Part;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.discord.signature.ReplayGuard;
import dev.gatehouse.discord.signature.SignatureVerifier;
import dev.gatehouse.lambda.SnapStart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Puts the function together from its settings; by hand, since a container costs its start. */
final class Wiring {
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  /** A call that hangs leaves time for two others within Discord's three seconds. */
  private static final Duration CALL_TIMEOUT = Duration.ofMillis(800);

  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
  private static final int REMEMBERED_INTERACTIONS = 10_000;

  private Wiring() {}

  static InteractionEndpoint endpoint(
      Map<String, String> environment, JsonFactory json, Clock clock) {
    Settings settings = Settings.of(Part.INTERACTIONS, environment);
    Duration window = replayWindow(settings);
    InteractionEnqueuer enqueuer =
        new InteractionEnqueuer(
            events(settings, environment, clock),
            new ReplayGuard(window, REMEMBERED_INTERACTIONS),
            ephemeralCommands(settings),
            clock);
    return new InteractionEndpoint(
        verifier(settings, window), enqueuer, json, clock, Wiring::logLine);
  }

  private static Duration replayWindow(Settings settings) {
    return settings.millis(
        "DISCORD_REPLAY_WINDOW_MS",
        SignatureVerifier.DEFAULT_WINDOW,
        Duration.ofSeconds(5),
        Duration.ofHours(1));
  }

  private static SignatureVerifier verifier(Settings settings, Duration window) {
    String key =
        settings.requiredText("DISCORD_PUBLIC_KEY", "the application's public key, 64 hex digits");
    SignatureVerifier verifier = verifier(key, window);
    if (!verifier.canVerify()) {
      throw new InvalidSettingException(
          "DISCORD_PUBLIC_KEY",
          "is no Ed25519 public key, so every request would be refused; it must be the \"Public"
              + " Key\" of the application's page");
    }
    return verifier;
  }

  private static SignatureVerifier verifier(String key, Duration window) {
    try {
      return SignatureVerifier.of(key, window);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException("DISCORD_PUBLIC_KEY", String.valueOf(e.getMessage()));
    }
  }

  private static DeadlineSender events(
      Settings settings, Map<String, String> environment, Clock clock) {
    URI queue = settings.requiredAddress("EVENTS_QUEUE_URL", "the events queue's URL");
    SigningClock time = new SigningClock(clock);
    SqsHttpSender events =
        new SqsHttpSender(
            SqsSenderSettings.of(queue, environment)
                .waiting(CONNECT_TIMEOUT, CALL_TIMEOUT, CALL_TIMEOUT),
            CredentialsSources.of(environment, time),
            time,
            System::nanoTime);
    if (SnapStart.isOn(environment)) {
      events.warmUp();
    }
    return new DeadlineSender(
        events,
        events::forgetConnections,
        CALL_TIMEOUT,
        new Backoff(FIRST_WAIT, LONGEST_WAIT, new SplittableRandom()),
        Thread::sleep,
        System::nanoTime);
  }

  private static Set<String> ephemeralCommands(Settings settings) {
    return settings
        .text("DISCORD_EPHEMERAL_COMMANDS")
        .map(names -> Set.copyOf(List.of(names.split("\\s*,\\s*"))))
        .orElse(Set.of());
  }

  /** Lambda's runtime sends standard output to the function's log. */
  private static void logLine(String level, String message) {
    System.out.println("{\"level\":\"" + level + "\",\"message\":" + Problem.quoted(message) + "}");
  }
}
