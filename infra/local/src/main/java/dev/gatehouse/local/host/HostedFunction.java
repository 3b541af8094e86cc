package dev.gatehouse.local.host;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.gatehouse.local.template.FunctionSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function in this process. A handler serves one event at a time, as an execution environment
 * does: concurrent events get handlers of their own, which are kept for later ones. A handler that
 * was cut off is thrown away.
 */
public final class HostedFunction implements Invoker, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HostedFunction.class);

  private final FunctionSpec spec;
  private final HandlerFactory factory;
  private final InstantSource clock;
  private final Supplier<String> requestIds;
  private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();
  private final ExecutorService threads;

  public HostedFunction(FunctionSpec spec, InstantSource clock) {
    this(spec, clock, () -> UUID.randomUUID().toString());
  }

  HostedFunction(FunctionSpec spec, InstantSource clock, Supplier<String> requestIds) {
    this.spec = spec;
    this.clock = clock;
    this.requestIds = requestIds;
    this.factory = new HandlerFactory(spec, HostedFunction.class.getClassLoader());
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(spec.name() + "-", 0).factory());
  }

  /** What the template says of it. */
  public FunctionSpec spec() {
    return spec;
  }

  /** Makes the first handler, so that a wrong setting shows at start and not at the first event. */
  public void warm() {
    idle.push(factory.create());
  }

  @Override
  public Outcome invoke(byte[] event) throws InterruptedException {
    LocalContext context = new LocalContext(spec, requestIds.get(), clock);
    Future<byte[]> running = threads.submit(() -> run(event, context));
    try {
      return new Outcome.Answered(running.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause(), context);
    } catch (TimeoutException e) {
      log.warn(
          "{} timed out after {} s, request {}",
          spec.name(),
          spec.timeout().toSeconds(),
          context.getAwsRequestId());
      return new Outcome.TimedOut(spec.timeout());
    } finally {
      running.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private byte[] run(byte[] event, LocalContext context) throws IOException {
    RequestStreamHandler kept = idle.poll();
    RequestStreamHandler handler = kept == null ? factory.create() : kept;
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(event), output, context);
      return output.toByteArray();
    } finally {
      keep(handler, context);
    }
  }

  private void keep(RequestStreamHandler handler, LocalContext context) {
    if (context.getRemainingTimeInMillis() > 0) {
      idle.push(handler);
    }
  }

  private Outcome failed(Throwable cause, LocalContext context) {
    log.warn("{} failed, request {}", spec.name(), context.getAwsRequestId(), cause);
    return new Outcome.Failed(cause);
  }
}
