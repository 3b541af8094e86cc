package dev.gatehouse.bench.bridge;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command lines of the subjects that print what they count. */
final class Commands {
  /** A heap that is ample: it is CPU that is compared, and nobody is to be slowed by collection. */
  private static final List<String> PEER =
      List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED");

  private Commands() {}

  static List<String> bareReader(Sender sender, Subject subject) {
    return ChildProcess.java(PEER, BareReaderMain.class, arguments(gateway(sender), subject));
  }

  static List<String> nullSink(Sender sender, Subject subject) {
    List<String> flags = List.of("@bridge/target/jvm.options");
    return ChildProcess.java(flags, NullSinkMain.class, arguments(gateway(sender), subject));
  }

  /** The same with so many shards. */
  static List<String> nullSink(Sender sender, Subject subject, int shards) {
    return Stream.concat(nullSink(sender, subject).stream(), Stream.of(Integer.toString(shards)))
        .toList();
  }

  static List<String> jda(Sender sender, Subject subject, String queue) {
    List<String> arguments = new ArrayList<>(List.of(arguments(sender.api(), subject)));
    arguments.add(queue);
    return ChildProcess.java(PEER, JdaMain.class, arguments.toArray(String[]::new));
  }

  static List<String> node(File script, Sender sender, Subject subject) {
    List<String> command = new ArrayList<>(List.of("node", script.getPath()));
    command.addAll(List.of(arguments(sender.api(), subject)));
    return command;
  }

  /** The same, and it prints how old each message is. */
  static List<String> withAges(List<String> command) {
    return Stream.concat(command.stream(), Stream.of("ages")).toList();
  }

  private static String gateway(Sender sender) {
    return sender.url().replace("http:", "ws:") + "/gateway";
  }

  private static String[] arguments(String address, Subject subject) {
    return new String[] {
      address, "bench.peer.token", subject.compression(), Integer.toString(subject.work().step())
    };
  }
}
