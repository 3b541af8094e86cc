package dev.gatehouse.local.template;

/** The account that the local stack pretends to be. */
public final class LocalAccount {
  public static final String ID = "000000000000";
  public static final String REGION = "us-east-1";
  public static final String STACK = "gatehouse";

  /** Neither key opens anything; the emulators only want one to be there. */
  public static final String ACCESS_KEY = "local";

  private LocalAccount() {}

  /** An ARN in this account. */
  public static String arn(String service, String resource) {
    return String.join(":", "arn:aws", service, REGION, ID, resource);
  }
}
