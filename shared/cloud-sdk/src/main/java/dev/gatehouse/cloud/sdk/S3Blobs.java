package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.blob.BlobStore;
import dev.gatehouse.cloud.blob.BlobUnavailableException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Blobs in a bucket, whose lifecycle rule expires them. Safe for many threads. */
public final class S3Blobs implements BlobStore {
  private static final String BINARY = "application/octet-stream";

  private final S3Client s3;
  private final String bucket;

  S3Blobs(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void put(String key, ByteBuffer bytes) {
    mapped(() -> s3.putObject(request -> request.bucket(bucket).key(key), body(bytes)));
  }

  /** Unlike the SDK's body of a buffer, this one makes no copy. */
  private static RequestBody body(ByteBuffer bytes) {
    int start = bytes.arrayOffset() + bytes.position();
    int length = bytes.remaining();
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes.array(), start, length), length, BINARY);
  }

  @Override
  public Optional<byte[]> get(String key) {
    return mapped(() -> find(key));
  }

  private Optional<byte[]> find(String key) {
    try {
      var object = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
      return Optional.of(object.asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private <T> T mapped(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      String name = "bucket " + bucket + ": ";
      throw new BlobUnavailableException(name + e.getMessage(), name + SdkSummary.of(e), e);
    }
  }
}
