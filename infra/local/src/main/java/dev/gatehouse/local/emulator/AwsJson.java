package dev.gatehouse.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.local.template.LocalAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A service's AWS JSON 1.0 protocol, unsigned: the emulators read who signed, not whether it is
 * right.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0</a>
 */
public final class AwsJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_POLL = Duration.ofSeconds(30);

  private final HttpClient http;
  private final URI address;
  private final String service;
  private final String target;

  private AwsJson(HttpClient http, URI address, String service, String target) {
    this.http = http;
    this.address = address;
    this.service = service;
    this.target = target;
  }

  /** SQS at an address. */
  public static AwsJson sqs(HttpClient http, URI address) {
    return new AwsJson(http, address, "sqs", "AmazonSQS");
  }

  /** DynamoDB at an address. */
  public static AwsJson dynamoDb(HttpClient http, URI address) {
    return new AwsJson(http, address, "dynamodb", "DynamoDB_20120810");
  }

  /** DynamoDB's streams at an address. */
  public static AwsJson streams(HttpClient http, URI address) {
    return new AwsJson(http, address, "dynamodb", "DynamoDBStreams_20120810");
  }

  /**
   * Calls an action.
   *
   * @throws AwsJsonException when the service refuses
   * @throws IOException when it does not answer
   */
  public JsonNode call(String action, JsonNode input) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        http.send(
            request(action, JSON.writeValueAsBytes(input)),
            HttpResponse.BodyHandlers.ofByteArray());
    JsonNode output =
        response.body().length == 0 ? JSON.createObjectNode() : parse(response.body());
    if (response.statusCode() >= 300) {
      throw new AwsJsonException(service, action, response.statusCode(), output);
    }
    return output;
  }

  private HttpRequest request(String action, byte[] body) {
    String scope =
        String.join("/", LocalAccount.ACCESS_KEY, "20260101", LocalAccount.REGION, service);
    return HttpRequest.newBuilder(address)
        .timeout(LONGEST_POLL)
        .header("Content-Type", "application/x-amz-json-1.0")
        .header("X-Amz-Target", target + "." + action)
        .header("X-Amz-Date", "20260101T000000Z")
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential="
                + scope
                + "/aws4_request, SignedHeaders=host, Signature=0")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static JsonNode parse(byte[] body) throws IOException {
    return JSON.readTree(body);
  }
}
