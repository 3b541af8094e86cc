package dev.gatehouse.cloud.sqs;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * What an environment says about proxies. Connections to the queue are direct, so an environment
 * that leads them through a proxy is refused, rather than passed over.
 *
 * @see <a href="https://curl.se/docs/manpage.html#ENVIRONMENT">The variables, as curl reads
 *     them</a>
 */
final class ProxyRule {
  private ProxyRule() {}

  /**
   * Checks that the way to that address leads through no proxy.
   *
   * @throws InvalidSettingException naming the variable that says otherwise
   */
  static void refuseProxy(URI address, Map<String, String> environment) {
    String variable = address.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
    String host = address.getHost().toLowerCase(Locale.ROOT);
    if (!value(environment, variable).isEmpty() && !isDirect(host, environment)) {
      throw new InvalidSettingException(
          variable,
          "is set, and events are sent to the queue without a proxy only; add "
              + host
              + " to NO_PROXY if it can be reached directly, else give the network a way to it, such"
              + " as a VPC endpoint");
    }
  }

  private static boolean isDirect(String host, Map<String, String> environment) {
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    for (String entry : value(environment, "NO_PROXY").split(",", -1)) {
      if (covers(entry.strip().toLowerCase(Locale.ROOT), host)) {
        return true;
      }
    }
    return false;
  }

  /** An entry is a host, a domain with or without a leading dot or star, or a star for all. */
  private static boolean covers(String entry, String host) {
    String name = entry.replaceFirst(":\\d+$", "").replaceFirst("^\\*?\\.", "");
    return name.equals("*") || !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  /** In either case, as both are in use. */
  private static String value(Map<String, String> environment, String variable) {
    String upper = environment.getOrDefault(variable, "");
    return upper.isBlank()
        ? environment.getOrDefault(variable.toLowerCase(Locale.ROOT), "").strip()
        : upper.strip();
  }
}
