package dev.gatehouse.bridge.transport;

/** No compression. */
final class Plain implements Decompressor {
  @Override
  public Incoming.Data decompress(Incoming.Data message) {
    return message;
  }

  @Override
  public void close() {}
}
