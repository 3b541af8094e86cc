package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.contracts.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The signer against the SDK's own, for any key, moment and body. */
final class SigV4OracleTest {
  private final SigV4Signer signer = new SigV4Signer("eu-central-1", "sqs");

  @Property(tries = 200)
  void agreesWithTheSdk(
      @ForAll @AlphaChars @StringLength(min = 1, max = 100) String secret,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String target,
      @ForAll @LongRange(min = 0, max = 4_102_444_800L) long second,
      @ForAll byte[] body) {
    SdkHttpRequest request = signedBySdk(secret, target, second, body);
    String theirs = request.firstMatchingHeader("Authorization").orElseThrow();
    String names = theirs.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");

    ByteOutput canonical = canonical(request, names, signer.hash(new ByteOutput().add(body)));
    ByteOutput ours = new ByteOutput();
    AwsCredentials credentials = new AwsCredentials("AKID", Secret.of(secret), null);
    signer.authorize(canonical, names, AmzDate.of(second), credentials, ours);
    assertThat(new String(ours.toArray(), StandardCharsets.US_ASCII)).isEqualTo(theirs);
  }

  private static ByteOutput canonical(SdkHttpRequest request, String names, byte[] hash) {
    ByteOutput canonical = new ByteOutput().ascii("POST\n/\n\n");
    for (String name : names.split(";", -1)) {
      String value = request.firstMatchingHeader(name).orElseThrow();
      canonical.ascii(name + ":" + value + "\n");
    }
    return canonical.ascii("\n" + names + "\n").hex(hash);
  }

  private static SdkHttpRequest signedBySdk(
      String secret, String target, long second, byte[] body) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    return AwsV4HttpSigner.create()
        .sign(sign ->
            sign.identity(AwsCredentialsIdentity.create("AKID", secret))
                .request(
                    SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(URI.create("https://sqs.eu-central-1.amazonaws.com/"))
                        .putHeader("Host", "sqs.eu-central-1.amazonaws.com")
                        .putHeader("X-Amz-Target", target)
                        .build())
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                .putProperty(HttpSigner.SIGNING_CLOCK, clock))
        .request();
  }
}
