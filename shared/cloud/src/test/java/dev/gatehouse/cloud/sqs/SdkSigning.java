package dev.gatehouse.cloud.sqs;

import java.net.URI;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The same request signed by the SDK's signer, to compare what that costs. */
final class SdkSigning {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
  private static final AwsSessionCredentialsIdentity IDENTITY =
      AwsSessionCredentialsIdentity.create(
          Samples.TEMPORARY.accessKeyId(),
          Samples.TEMPORARY.secretAccessKey().reveal(),
          "token/+==");

  private SdkSigning() {}

  static SignedRequest sign(ByteOutput body, RawBatch batch, BatchBody bodies) {
    bodies.write(batch, body);
    byte[] bytes = body.toArray();
    return SIGNER.sign(sign ->
        sign.identity(IDENTITY)
            .request(
                SdkHttpRequest.builder()
                    .method(SdkHttpMethod.POST)
                    .uri(URI.create("http://127.0.0.1:9324/"))
                    .putHeader("Host", "127.0.0.1:9324")
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .putHeader("X-Amz-Target", "AmazonSQS.SendMessageBatch")
                    .build())
            .payload(ContentStreamProvider.fromByteArrayUnsafe(bytes))
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
  }
}
