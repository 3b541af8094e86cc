package dev.gatehouse.bench.coldstart;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A way to run a function: the command of its process. */
sealed interface Runtime {
  /** As the report names it. */
  String name();

  /** The command line. */
  List<String> command();

  /** Ours: the function's jar under the Runtime Interface Client that Lambda itself uses. */
  record Java(String home, File jar) implements Runtime {
    private static final Set<String> CLIENT =
        Set.of(
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-core",
            "aws-lambda-java-serialization",
            "utils-lite");

    @Override
    public String name() {
      return "gatehouse interactions (java)";
    }

    @Override
    public List<String> command() {
      return List.of(
          home + "/bin/java",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "-cp",
          jar + File.pathSeparator + ClassPath.of(CLIENT),
          "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
          "dev.gatehouse.interactions.InteractionsHandler");
    }
  }

  /** The peer: npm discord-interactions and the AWS SDK for JavaScript. */
  record Node(File script) implements Runtime {
    @Override
    public String name() {
      return "discord-interactions + SDK (node)";
    }

    @Override
    public List<String> command() {
      return List.of("node", script.getPath());
    }
  }

  /** Starts the process with nothing in its environment but these variables and the path. */
  default Process start(Map<String, String> environment, String runtimeApi)
      throws java.io.IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
