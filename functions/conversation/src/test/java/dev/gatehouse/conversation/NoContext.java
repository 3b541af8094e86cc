package dev.gatehouse.conversation;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** A context of which nothing is asked. */
final class NoContext implements Context {
  @Override
  public String getAwsRequestId() {
    throw unasked();
  }

  @Override
  public String getLogGroupName() {
    throw unasked();
  }

  @Override
  public String getLogStreamName() {
    throw unasked();
  }

  @Override
  public String getFunctionName() {
    throw unasked();
  }

  @Override
  public String getFunctionVersion() {
    throw unasked();
  }

  @Override
  public String getInvokedFunctionArn() {
    throw unasked();
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw unasked();
  }

  @Override
  public ClientContext getClientContext() {
    throw unasked();
  }

  @Override
  public int getRemainingTimeInMillis() {
    throw unasked();
  }

  @Override
  public int getMemoryLimitInMB() {
    throw unasked();
  }

  @Override
  public LambdaLogger getLogger() {
    throw unasked();
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("the handler asks nothing of its context");
  }
}
