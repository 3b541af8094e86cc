package dev.gatehouse.local.cloud;

/** Where the cloud half listens on loopback; 0 takes a free port. */
public record Ports(int api, int sqs, int dynamoDb) {
  /** Three free ports. */
  public static Ports free() {
    return new Ports(0, 0, 0);
  }
}
