package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.contracts.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The signer against AWS's published vectors.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-test-suite.html">Signature
 *     Version 4 test suite</a>
 */
final class SigV4SignerTest {
  private static final String DATE = "x-amz-date:20150830T123600Z";
  private static final long SECOND = 1_440_938_160;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "get-vanilla, GET, '', '', host;x-amz-date, '',"
        + " 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "get-vanilla-query-order-key-case, GET, Param1=value1&Param2=value2, '', host;x-amz-date, '',"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "post-vanilla, POST, '', '', host;x-amz-date, '',"
        + " 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "post-header-key-sort, POST, '', my-header1:value1, host;my-header1;x-amz-date, '',"
        + " c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    "post-x-www-form-urlencoded, POST, '', content-type:application/x-www-form-urlencoded,"
        + " content-type;host;x-amz-date, Param1=value1,"
        + " ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
  })
  void agreesWithTheTestSuite(
      String name,
      String method,
      String query,
      String header,
      String signed,
      String body,
      String signature) {
    SigV4Signer signer = new SigV4Signer("us-east-1", "service");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(signer.hash(new ByteOutput().add(bytes)));
    String canonical = String.join("\n", method, "/", query, headers(header), "", signed, hash);

    String authorization = authorize(signer, canonical, signed);
    assertThat(authorization).endsWith(", Signature=" + signature);
    assertThat(authorization)
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + (" SignedHeaders=" + signed + ", Signature=" + signature));
  }

  private static String headers(String header) {
    String host = "host:example.amazonaws.com";
    if (header.isEmpty()) {
      return host + "\n" + DATE;
    }
    return header.compareTo(host) < 0
        ? header + "\n" + host + "\n" + DATE
        : host + "\n" + header + "\n" + DATE;
  }

  private static String authorize(SigV4Signer signer, String canonical, String signed) {
    AwsCredentials credentials =
        new AwsCredentials(
            "AKIDEXAMPLE", Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), null);
    ByteOutput target = new ByteOutput();
    signer.authorize(
        new ByteOutput().ascii(canonical), signed, AmzDate.of(SECOND), credentials, target);
    return new String(target.toArray(), StandardCharsets.US_ASCII);
  }
}
