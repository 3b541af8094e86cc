package dev.gatehouse.cloud.aws;

/**
 * An answer. The body is a part of the connection's own buffer, which the next exchange overwrites.
 */
@SuppressWarnings("ArrayRecordComponent") // The array is shared so that no answer is copied.
public record HttpResponse(int status, byte[] buffer, int offset, int length) {
  private static final int OK = 200;

  /** Whether the call did what it should. */
  public boolean isOk() {
    return status == OK;
  }

  /** Reads the body, which must be done before the connection goes back to its pool. */
  public JsonReader json() {
    return new JsonReader(buffer, offset, length);
  }
}
