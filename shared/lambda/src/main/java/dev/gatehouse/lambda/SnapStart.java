package dev.gatehouse.lambda;

import java.util.Map;

/** Whether this start is of a function that Lambda will resume from a snapshot. */
public final class SnapStart {
  private static final String INITIALIZATION = "AWS_LAMBDA_INITIALIZATION_TYPE";

  private SnapStart() {}

  /**
   * True while the snapshot is made and in what is resumed from it (<a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">variables</a>).
   */
  public static boolean isOn(Map<String, String> environment) {
    return "snap-start".equals(environment.get(INITIALIZATION));
  }
}
