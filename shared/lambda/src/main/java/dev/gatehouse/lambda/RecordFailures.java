package dev.gatehouse.lambda;

import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.cloud.failure.ServiceFailure;
import dev.gatehouse.cloud.lease.LeaseLostException;
import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what broke the handling of a record: what is wrong with the record itself never passes; a
 * service that does not answer passes; anything else is a defect of ours, which is tried for some
 * minutes in case that it passes after all, and does not hold its group for ever.
 */
public final class RecordFailures {
  /** With the delays of {@link GroupedBatch} about four minutes. */
  private static final int MOST_TRIES_OF_A_DEFECT = 20;

  private static final Logger LOG = LoggerFactory.getLogger(RecordFailures.class);

  private final Predicate<RuntimeException> passes;

  /**
   * The judge of one function.
   *
   * @param passes which failures of the function's own may pass, besides those of the cloud
   */
  public RecordFailures(Predicate<RuntimeException> passes) {
    this.passes = passes;
  }

  /** What becomes of the record; the log says why. */
  public RecordResult judge(SqsRecord record, RuntimeException failure) {
    if (failure instanceof InvalidFieldException) {
      LOG.warn("{} can never be handled: {}", record, failure.getMessage());
      return new RecordResult.NeverHandled(String.valueOf(failure.getMessage()));
    }
    if (isOfTheCloud(failure) || passes.test(failure)) {
      LOG.warn("{} failed: {}: {}", record, name(failure), failure.getMessage());
      return new RecordResult.TryAgain();
    }
    LOG.error("{} failed for a defect", record, failure);
    return record.receiveCount() < MOST_TRIES_OF_A_DEFECT
        ? new RecordResult.TryAgain()
        : new RecordResult.NeverHandled("a defect of Gatehouse: " + name(failure));
  }

  private static boolean isOfTheCloud(RuntimeException failure) {
    return failure instanceof ServiceFailure
        || failure instanceof SecretsUnavailableException
        || failure instanceof CredentialsUnavailableException
        || failure instanceof LeaseLostException
        || failure instanceof InvalidSettingException;
  }

  private static String name(RuntimeException failure) {
    return failure.getClass().getSimpleName();
  }
}
