package dev.gatehouse.bridge.transport;

/** No compression: a whole message is handed on where it lies, one in parts is put together. */
final class Plain implements Decompressor {
  private final MessageBuffer output;

  Plain(int messageBytes) {
    output = new MessageBuffer(messageBytes);
  }

  @Override
  public Incoming decompress(Incoming.Data message) {
    return message;
  }

  @Override
  public void add(byte[] bytes, int from, int to) throws BrokenStreamException {
    output.append(bytes, from, to);
  }

  @Override
  public Incoming end() throws BrokenStreamException {
    return output.message();
  }

  @Override
  public void close() {}
}
