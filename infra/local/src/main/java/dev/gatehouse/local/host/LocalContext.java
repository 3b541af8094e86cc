package dev.gatehouse.local.host;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.gatehouse.local.template.FunctionSpec;
import dev.gatehouse.local.template.LocalAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a handler is told about its invocation. */
final class LocalContext implements Context {
  private static final String ALIAS = "live";

  private final FunctionSpec function;
  private final String requestId;
  private final InstantSource clock;
  private final Instant deadline;

  LocalContext(FunctionSpec function, String requestId, InstantSource clock) {
    this.function = function;
    this.requestId = requestId;
    this.clock = clock;
    this.deadline = clock.instant().plus(function.timeout());
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/gatehouse/" + LocalAccount.STACK + "/" + function.id();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function.name();
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return LocalAccount.arn("lambda", "function:" + function.name() + ":" + ALIAS);
  }

  @Override
  // The interface comes from an unannotated library, whose documentation allows null here.
  @SuppressWarnings("NullAway")
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  // As above.
  @SuppressWarnings("NullAway")
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memoryMb();
  }

  @Override
  public LambdaLogger getLogger() {
    return new Slf4jLogger(function.name());
  }
}
