package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.sqs.ScriptedServer.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Signs a request as it arrived, with {@link Samples#CREDENTIALS} at {@link Samples#CLOCK}, by the
 * signer that other tests hold to AWS's own.
 */
public final class ExpectedSignature {
  private ExpectedSignature() {}

  /** The value of the {@code Authorization} header that the request should have. */
  public static String of(Request request, String service, List<String> signed) {
    ByteOutput canonical = new ByteOutput().ascii("POST\n/\n\n");
    for (String name : signed) {
      canonical.ascii(name.toLowerCase(Locale.ROOT) + ":" + request.header(name) + "\n");
    }
    SigV4Signer signer = new SigV4Signer("us-east-1", service);
    String names = String.join(";", signed);
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    canonical.ascii("\n" + names + "\n").hex(signer.hash(new ByteOutput().add(body)));
    ByteOutput authorization = new ByteOutput();
    AmzDate date = AmzDate.of(Samples.CLOCK.instant().getEpochSecond());
    signer.authorize(canonical, names, date, Samples.CREDENTIALS, authorization);
    return new String(authorization.toArray(), StandardCharsets.US_ASCII);
  }
}
