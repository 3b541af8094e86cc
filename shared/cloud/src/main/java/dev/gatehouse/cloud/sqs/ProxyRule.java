package dev.gatehouse.cloud.sqs;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an environment says about proxies. Connections to the queue are direct, so an environment
 * that leads them through a proxy is refused, rather than passed over.
 *
 * <p>{@code NO_PROXY} is read by curl's rules: hosts and domains with all that is below them, IP
 * addresses, and networks such as {@code 10.0.0.0/8}. Beyond those, {@code host:port} covers that
 * port alone, and {@code *.domain} is {@code domain}, as other programs have it.
 *
 * @see <a href="https://curl.se/docs/manpage.html#ENVIRONMENT">The variables, as curl reads
 *     them</a>
 */
final class ProxyRule {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final String host;
  private final int port;
  private final @Nullable InetAddress address;

  private ProxyRule(URI target) {
    host = withoutEnds(target.getHost().toLowerCase(Locale.ROOT));
    port = port(target);
    address = literal(host);
  }

  /**
   * Checks that the way to that address leads through no proxy.
   *
   * @throws InvalidSettingException naming the variable that says otherwise
   */
  static void refuseProxy(URI target, Map<String, String> environment) {
    String own = target.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
    String variable = value(environment, own).isEmpty() ? "ALL_PROXY" : own;
    if (!value(environment, variable).isEmpty() && !new ProxyRule(target).isDirect(environment)) {
      throw new InvalidSettingException(
          variable,
          "is set, and events are sent to the queue without a proxy only; add "
              + target.getHost()
              + " to NO_PROXY if it can be reached directly, else give the network a way to it, such"
              + " as a VPC endpoint");
    }
  }

  /** The port of an address, or its scheme's. */
  static int port(URI target) {
    int usual = "https".equals(target.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    return target.getPort() >= 0 ? target.getPort() : usual;
  }

  private boolean isDirect(Map<String, String> environment) {
    if (host.equals("localhost") || address != null && address.isLoopbackAddress()) {
      return true;
    }
    for (String entry : value(environment, "NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+")) {
      if (entry.equals("*") || covers(entry)) {
        return true;
      }
    }
    return false;
  }

  /** An address has colons of its own, so that only one colon, or one after a bracket, counts. */
  private boolean covers(String entry) {
    int colon = entry.lastIndexOf(':');
    boolean named = colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
    return named
        ? entry.substring(colon + 1).equals(Integer.toString(port))
            && coversHost(entry.substring(0, colon))
        : coversHost(entry);
  }

  private boolean coversHost(String entry) {
    if (address != null) {
      return coversAddress(address, entry);
    }
    String name = withoutEnds(entry.startsWith("*.") ? entry.substring(1) : entry);
    return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  /** An address is no domain: it is covered by itself, or by a network that it is in. */
  private static boolean coversAddress(InetAddress address, String entry) {
    int slash = entry.indexOf('/');
    InetAddress network = literal(withoutEnds(slash < 0 ? entry : entry.substring(0, slash)));
    if (network == null || network.getClass() != address.getClass()) {
      return false;
    }
    int all = 8 * address.getAddress().length;
    int bits = slash < 0 ? all : number(entry.substring(slash + 1));
    return bits >= 0 && bits <= all && isSame(address.getAddress(), network.getAddress(), bits);
  }

  private static boolean isSame(byte[] one, byte[] other, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The address that the text is, without asking anybody for a name's. */
  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Without the brackets of an address, and the dots that a domain may begin or end with. */
  private static String withoutEnds(String name) {
    int start = name.startsWith(".") || name.startsWith("[") ? 1 : 0;
    int end = name.endsWith(".") || name.endsWith("]") ? name.length() - 1 : name.length();
    return name.substring(start, Math.max(start, end));
  }

  /** In either case, as both are in use. */
  private static String value(Map<String, String> environment, String variable) {
    String upper = environment.getOrDefault(variable, "");
    return upper.isBlank()
        ? environment.getOrDefault(variable.toLowerCase(Locale.ROOT), "").strip()
        : upper.strip();
  }
}
