package dev.gatehouse.simulator.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes out on one connection, in order, many payloads to a write. It also does to the
 * connection what a bad network does.
 */
final class Outbound {
  private static final int BATCH_BYTES = 64 * 1024;
  private static final int CONGESTED = 2_000;

  private final Channel channel;
  private final PayloadEncoder encoder;
  private final int batchBytes;
  private final Queue<Item> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile long latencyMillis;
  private volatile boolean silent;
  private boolean cutNext;

  private sealed interface Item {
    record Send(Payload payload) implements Item {}

    record Close(int code, String reason) implements Item {}

    record Cut() implements Item {}
  }

  /**
   * @param coalesced whether payloads that wait go out in one write
   */
  Outbound(Channel channel, PayloadEncoder encoder, boolean coalesced) {
    this.batchBytes = coalesced ? BATCH_BYTES : 1;
    this.channel = channel;
    this.encoder = encoder;
    channel.closeFuture().addListener(closed -> encoder.close());
  }

  void send(Payload payload) {
    add(new Item.Send(payload));
  }

  /** Says goodbye after everything that waits. */
  void close(int code, String reason) {
    add(new Item.Close(code, reason));
  }

  /** Ends the connection in the middle of the next payload's frame. */
  void cutNextFrame() {
    add(new Item.Cut());
  }

  /** Ends the connection with a reset. */
  void drop() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }

  /** Neither reads nor writes from now on, but leaves the connection open. */
  void fallSilent() {
    silent = true;
    channel.config().setAutoRead(false);
  }

  /** Holds payloads back for a while before they go out. */
  void delay(long millis) {
    latencyMillis = millis;
  }

  /** Whether a fast sender had better wait. */
  boolean isCongested() {
    return !silent && channel.isActive() && (queued.get() > CONGESTED || !channel.isWritable());
  }

  /** The channel can take more. */
  void writable() {
    schedule();
  }

  private void add(Item item) {
    if (silent || !channel.isActive()) {
      return;
    }
    queue.add(item);
    queued.incrementAndGet();
    schedule();
  }

  private void schedule() {
    if (!scheduled.compareAndSet(false, true)) {
      return;
    }
    if (latencyMillis > 0) {
      channel.eventLoop().schedule(this::drain, latencyMillis, TimeUnit.MILLISECONDS);
    } else {
      channel.eventLoop().execute(this::drain);
    }
  }

  private void drain() {
    scheduled.set(false);
    while (channel.isWritable() && !queue.isEmpty()) {
      writeBatch();
      if (batchBytes == 1) {
        channel.flush();
      }
    }
    channel.flush();
  }

  private void writeBatch() {
    ByteBuf batch = channel.alloc().buffer(BATCH_BYTES);
    Item last = null;
    while (batch.readableBytes() < batchBytes && !(last instanceof Item.Close)) {
      last = queue.poll();
      if (last == null) {
        break;
      }
      queued.decrementAndGet();
      if (!append(last, batch)) {
        channel.writeAndFlush(batch).addListener(ChannelFutureListener.CLOSE);
        return;
      }
    }
    channel.write(silent ? batch.clear() : batch);
    if (last instanceof Item.Close(int code, String reason)) {
      goodbye(code, reason);
    }
  }

  /** Answers false when the connection ends with what the batch holds now. */
  private boolean append(Item item, ByteBuf batch) {
    return switch (item) {
      case Item.Send(Payload payload) -> appendPayload(payload, batch);
      case Item.Close close -> true;
      case Item.Cut cut -> {
        cutNext = true;
        yield true;
      }
    };
  }

  private boolean appendPayload(Payload payload, ByteBuf batch) {
    int start = batch.writerIndex();
    encoder.encode(payload, batch);
    if (cutNext) {
      batch.writerIndex(start + (batch.writerIndex() - start) / 2);
    }
    return !cutNext;
  }

  private void goodbye(int code, String reason) {
    channel
        .writeAndFlush(new CloseWebSocketFrame(code, reason))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
