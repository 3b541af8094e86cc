package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxyRuleTest {
  private static final URI QUEUE =
      URI.create("https://sqs.eu-west-3.amazonaws.com/123456789012/q.fifo");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "HTTPS_PROXY, http://proxy:3128, -",
        "https_proxy, http://proxy:3128, ''",
        "HTTPS_PROXY, http://proxy:3128, 'example.com, other.amazonaws.com'",
        "HTTPS_PROXY, http://proxy:3128, zonaws.com",
        "HTTPS_PROXY, http://proxy:3128, sqs.eu-west-3.amazonaws.com:8443"
      })
  void refusesAQueueThatIsBehindAProxy(String variable, String proxy, String direct) {
    assertThatThrownBy(() -> SqsSenderSettings.of(QUEUE, environment(variable, proxy, direct)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageContaining("add sqs.eu-west-3.amazonaws.com to NO_PROXY");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "HTTPS_PROXY, '', -",
        "HTTP_PROXY, http://proxy:3128, -",
        "HTTPS_PROXY, http://proxy:3128, sqs.eu-west-3.amazonaws.com",
        "HTTPS_PROXY, http://proxy:3128, 'localhost,.amazonaws.com'",
        "https_proxy, http://proxy:3128, 'AMAZONAWS.COM'",
        "HTTPS_PROXY, http://proxy:3128, *.amazonaws.com",
        "HTTPS_PROXY, http://proxy:3128, sqs.eu-west-3.amazonaws.com:443",
        "HTTPS_PROXY, http://proxy:3128, *"
      })
  void takesAQueueThatIsReachedDirectly(String variable, String proxy, String direct) {
    assertThat(SqsSenderSettings.of(QUEUE, environment(variable, proxy, direct)).queueUrl())
        .isEqualTo(QUEUE);
  }

  /** What {@code NO_PROXY} covers, one address and entry a row. */
  @ParameterizedTest
  @CsvFileSource(resources = "no-proxy.csv", useHeadersInDisplayName = true)
  void readsNoProxyAsCurlDoes(URI target, String direct, boolean isDirect) {
    String variable = target.getScheme().equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY";
    Map<String, String> environment = environment(variable, "http://proxy:3128", direct);

    if (isDirect) {
      ProxyRule.refuseProxy(target, environment);
    } else {
      assertThatThrownBy(() -> ProxyRule.refuseProxy(target, environment))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageContaining(variable);
    }
  }

  @Test
  void aProxyForEverythingIsOneForTheQueue() {
    Map<String, String> environment = environment("all_proxy", "socks5://proxy:1080", null);

    assertThatThrownBy(() -> ProxyRule.refuseProxy(QUEUE, environment))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("ALL_PROXY");
  }

  @Test
  void anEmulatorOnThisMachineIsReachedDirectly() {
    Map<String, String> environment = environment("HTTP_PROXY", "http://proxy:3128", null);
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]"}) {
      environment.put("AWS_ENDPOINT_URL", "http://" + host + ":9324");

      assertThat(SqsSenderSettings.of(QUEUE, environment).endpoint().getHost()).isEqualTo(host);
    }
  }

  private static Map<String, String> environment(String variable, String proxy, String direct) {
    Map<String, String> environment = new HashMap<>();
    environment.put(variable, proxy);
    if (direct != null) {
      environment.put("NO_PROXY", direct);
    }
    return environment;
  }
}
