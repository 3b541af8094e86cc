package dev.gatehouse.local.cloud;

import dev.gatehouse.local.template.Endpoints;
import dev.gatehouse.local.template.FunctionSpec;
import dev.gatehouse.local.template.LocalAccount;
import dev.gatehouse.local.template.ResolvedTemplate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A function's environment on this machine: the template's variables, what Lambda's runtime adds,
 * where the emulators are, and two substitutions for services that a laptop has not: a variable
 * {@code X_SECRET} that names a secret of the template becomes {@code X} with its value, and {@code
 * X_BUCKET} that names a bucket becomes {@code X_TABLE} with the table that stands in for it.
 */
public final class FunctionEnvironment {
  private static final String SECRET = "_SECRET";
  private static final String BUCKET = "_BUCKET";

  private final Map<String, String> secrets;
  private final Set<String> buckets;
  private final Map<String, String> emulators;
  private final Map<String, String> laptop;

  /**
   * @param laptop what this machine's user gives to every function, such as a provider's key
   */
  public FunctionEnvironment(
      ResolvedTemplate blueprint, Endpoints endpoints, Map<String, String> laptop) {
    this.secrets = blueprint.secrets();
    this.buckets = Set.copyOf(blueprint.buckets());
    this.emulators = emulators(endpoints);
    this.laptop = Map.copyOf(laptop);
  }

  /** The function as it runs here. */
  public FunctionSpec complete(FunctionSpec function) {
    Map<String, String> variables = new TreeMap<>(laptop);
    variables.putAll(emulators);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMb()));
    function.environment().forEach((name, value) -> put(variables, name, value));
    return function.withEnvironment(variables);
  }

  /** The variables by which an AWS client finds the emulators. */
  public static Map<String, String> emulators(Endpoints endpoints) {
    return Map.of(
        "AWS_REGION", LocalAccount.REGION,
        "AWS_DEFAULT_REGION", LocalAccount.REGION,
        "AWS_ACCESS_KEY_ID", LocalAccount.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", LocalAccount.ACCESS_KEY,
        "AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb().toString());
  }

  private void put(Map<String, String> variables, String name, String value) {
    if (name.endsWith(SECRET)) {
      putSecret(variables, without(name, SECRET), value);
    } else if (name.endsWith(BUCKET) && buckets.contains(value)) {
      variables.put(without(name, BUCKET) + "_TABLE", value);
    } else if (!value.isBlank()) {
      variables.put(name, value);
    }
  }

  private void putSecret(Map<String, String> variables, String name, String arn) {
    String value = secrets.get(arn);
    if (value != null) {
      variables.put(name, value);
    }
  }

  private static String without(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }
}
