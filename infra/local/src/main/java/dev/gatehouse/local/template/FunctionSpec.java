package dev.gatehouse.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function that the template asks for.
 *
 * @param handler the handler's class and method, {@code package.Class::method}
 * @param environment its own variables, {@code Globals} included, every intrinsic resolved
 */
public record FunctionSpec(
    String id,
    String handler,
    Duration timeout,
    int memoryMb,
    Map<String, String> environment,
    List<Trigger> triggers) {
  /** The name in an ARN and in {@code AWS_LAMBDA_FUNCTION_NAME}. */
  public String name() {
    return LocalAccount.STACK + "-" + id;
  }

  /** The function with these variables instead. */
  public FunctionSpec withEnvironment(Map<String, String> variables) {
    return new FunctionSpec(id, handler, timeout, memoryMb, Map.copyOf(variables), triggers);
  }
}
