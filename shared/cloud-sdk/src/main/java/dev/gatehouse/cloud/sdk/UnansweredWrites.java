package dev.gatehouse.cloud.sdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Tells a condition that did not hold from one whose outcome nobody knows. A conditional write that
 * is not answered may have been done; when it is made again, its condition may fail by its own
 * doing. So a failed condition is a "no" only if every attempt before it was answered, by something
 * else than an error of the server.
 */
final class UnansweredWrites implements ExecutionInterceptor {
  /** Why a condition that failed is no "no". */
  static final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknownException() {
      super("whether the write was done is not known, an attempt was not answered");
    }
  }

  private static final int SERVER_ERROR = 500;
  private static final ExecutionAttribute<Boolean> ON_ITS_WAY =
      new ExecutionAttribute<>("gatehouse.AttemptOnItsWay");
  private static final ExecutionAttribute<Boolean> MAY_BE_DONE =
      new ExecutionAttribute<>("gatehouse.EarlierAttemptMayBeDone");

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes call) {
    if (isTrue(call, ON_ITS_WAY)) {
      call.putAttribute(MAY_BE_DONE, true);
    }
    call.putAttribute(ON_ITS_WAY, true);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes call) {
    call.putAttribute(ON_ITS_WAY, context.httpResponse().statusCode() >= SERVER_ERROR);
  }

  /** The SDK takes only an exception of the same class, so the cause makes the difference. */
  @Override
  public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes call) {
    return context.exception() instanceof ConditionalCheckFailedException failed
            && isTrue(call, MAY_BE_DONE)
        ? failed.toBuilder().cause(new OutcomeUnknownException()).build()
        : context.exception();
  }

  private static boolean isTrue(ExecutionAttributes call, ExecutionAttribute<Boolean> attribute) {
    @Nullable Boolean value = call.getAttribute(attribute);
    return value != null && value;
  }
}
