package dev.gatehouse.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gatehouse.local.template.FunctionSpec;
import dev.gatehouse.local.template.TemplateException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostedFunctionTest {
  private final HostedFunction function =
      hosted(CountingHandler.class.getName() + "::handleRequest", Duration.ofSeconds(30), Map.of());

  @BeforeEach
  void reset() {
    CountingHandler.meeting = new CountDownLatch(2);
  }

  @AfterEach
  void close() {
    function.close();
  }

  @Test
  void eventsAfterEachOtherShareAHandler() throws Exception {
    assertThat(invoke(function, "b")).isEqualTo(invoke(function, "a"));
  }

  @Test
  void eventsAtOnceHaveAHandlerEach() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = threads.submit(() -> invoke(function, "meet"));
      Future<String> second = threads.submit(() -> invoke(function, "meet"));

      assertThat(second.get()).isNotEqualTo(first.get());
    }
  }

  @Test
  void aHandlerThatWasCutOffIsNotUsedAgain() throws Exception {
    Duration timeout = Duration.ofSeconds(4);
    try (HostedFunction brief = hosted(CountingHandler.class.getName(), timeout, Map.of())) {
      String before = invoke(brief, "a");

      Outcome outcome = brief.invoke("hang".getBytes(StandardCharsets.UTF_8));

      assertThat(assertThat(outcome).asInstanceOf(type(Outcome.TimedOut.class)).actual().after())
          .isEqualTo(timeout);
      assertThat(invoke(brief, "b")).isNotEqualTo(before);
    }
  }

  @Test
  void whatTheConstructorThrowsShowsAtStart() {
    try (HostedFunction broken =
        hosted(CountingHandler.class.getName(), Duration.ofSeconds(1), Map.of("BROKEN", "1"))) {
      IllegalStateException thrown =
          assertThatExceptionOfType(IllegalStateException.class).isThrownBy(broken::warm).actual();

      assertThat(thrown.getMessage()).isEqualTo("BROKEN is set");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.gatehouse.local.Nowhere",
        "java.lang.String",
        "dev.gatehouse.local.host.HostedFunctionTest"
      })
  void aClassThatIsNoHandlerIsNamed(String handler) {
    try (HostedFunction wrong = hosted(handler, Duration.ofSeconds(1), Map.of())) {
      TemplateException thrown =
          assertThatExceptionOfType(TemplateException.class).isThrownBy(wrong::warm).actual();

      assertThat(String.valueOf(thrown.getMessage()).contains("Counter.Handler: " + handler))
          .isTrue();
    }
  }

  private static String invoke(HostedFunction function, String event) throws InterruptedException {
    Outcome outcome = function.invoke(event.getBytes(StandardCharsets.UTF_8));
    byte[] payload =
        assertThat(outcome).asInstanceOf(type(Outcome.Answered.class)).actual().payload();
    return new String(payload, StandardCharsets.UTF_8);
  }

  private static HostedFunction hosted(
      String handler, Duration timeout, Map<String, String> environment) {
    FunctionSpec spec = new FunctionSpec("Counter", handler, timeout, 128, environment, List.of());
    return new HostedFunction(spec, InstantSource.system());
  }
}
