package dev.gatehouse.cloud.sqs;

/**
 * An answer. The body is a part of the connection's own buffer, which the next exchange overwrites.
 */
@SuppressWarnings("ArrayRecordComponent") // The array is shared so that no answer is copied.
record HttpResponse(int status, byte[] buffer, int offset, int length) {
  private static final int OK = 200;

  boolean isOk() {
    return status == OK;
  }
}
