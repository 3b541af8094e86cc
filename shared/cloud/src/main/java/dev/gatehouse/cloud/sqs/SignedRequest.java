package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.contracts.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Writes the heads of signed calls of SQS: the request line and the headers.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0
 *     protocol</a>
 */
final class SignedRequest {
  private static final String TYPE = "application/x-amz-json-1.0";
  private static final String SIGNED = "content-type;host;x-amz-date;x-amz-target";
  private static final String SIGNED_WITH_TOKEN =
      "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";

  private final String host;
  private final SigV4Signer signer;
  private final ByteOutput canonical = new ByteOutput();
  private AmzDate date = AmzDate.of(0);
  private long dateSecond;

  SignedRequest(SqsSenderSettings settings) {
    this.host = hostHeader(settings.endpoint(), settings.isTls());
    this.signer = new SigV4Signer(settings.region(), "sqs");
  }

  /**
   * Appends a head.
   *
   * @param target the operation, such as {@code AmazonSQS.SendMessageBatch}
   */
  void writeHead(
      String target,
      ByteOutput body,
      AwsCredentials credentials,
      long epochSecond,
      ByteOutput head) {
    moveTo(epochSecond);
    Secret token = credentials.sessionToken();
    String signed = token == null ? SIGNED : SIGNED_WITH_TOKEN;
    head.ascii("POST / HTTP/1.1\r\nHost: ").ascii(host);
    head.ascii("\r\nUser-Agent: gatehouse\r\nContent-Type: ").ascii(TYPE);
    head.ascii("\r\nX-Amz-Target: ").ascii(target);
    head.ascii("\r\nX-Amz-Date: ").ascii(date.stamp());
    if (token != null) {
      head.ascii("\r\nX-Amz-Security-Token: ").ascii(token.reveal());
    }
    head.ascii("\r\nContent-Length: ").ascii(Integer.toString(body.length()));
    head.ascii("\r\nAuthorization: ");
    writeCanonical(target, body, token, signed);
    signer.authorize(canonical, signed, date, credentials, head);
    head.ascii("\r\n\r\n");
  }

  private void writeCanonical(
      String target, ByteOutput body, @Nullable Secret token, String signed) {
    canonical.clear().ascii("POST\n/\n\ncontent-type:").ascii(TYPE);
    canonical.ascii("\nhost:").ascii(host);
    canonical.ascii("\nx-amz-date:").ascii(date.stamp());
    if (token != null) {
      canonical.ascii("\nx-amz-security-token:").ascii(token.reveal());
    }
    canonical.ascii("\nx-amz-target:").ascii(target).ascii("\n\n").ascii(signed);
    canonical.add((byte) '\n').hex(signer.hash(body));
  }

  private void moveTo(long epochSecond) {
    if (epochSecond != dateSecond) {
      date = AmzDate.of(epochSecond);
      dateSecond = epochSecond;
    }
  }

  private static String hostHeader(URI address, boolean tls) {
    int port = address.getPort();
    boolean usual = port < 0 || port == (tls ? 443 : 80);
    return usual ? address.getHost() : address.getHost() + ":" + port;
  }
}
