package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.testkit.queue.RecordedDeliveries;
import dev.gatehouse.testkit.queue.RecordedDeliveries.Buried;
import dev.gatehouse.testkit.queue.RecordedDeliveries.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupedBatchTest {
  private final Queue<String> handled = new ConcurrentLinkedQueue<>();
  private final RecordedDeliveries queue = new RecordedDeliveries();

  @Test
  void aFailureLeavesTheRestOfItsOwnGroup() {
    List<SqsRecord> failed =
        batchFailingOn("a2").handle(records("a1", "b1", "a2", "b2", "a3", "c1"));

    assertThat(failed).extracting(SqsRecord::messageId).containsExactly("a2", "a3");
    assertThat(handled).containsExactlyInAnyOrder("a1", "a2", "b1", "b2", "c1");
  }

  @Test
  void whatFailedComesBackSoonWithWhatFollowsInItsGroup() {
    batchFailingOn("a2").handle(records("a1", "b1", "a2", "a3"));

    assertThat(queue.visibilities()).containsExactly(away("a2", 2), away("a3", 2));
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "3, 8", "4, 15", "5, 15", "999, 15"})
  void theTimeUntilItComesBackGrowsAndIsBounded(int deliveries, int seconds) {
    batchFailingOn("a1").handle(List.of(record("a1", deliveries)));

    assertThat(queue.visibilities()).containsExactly(away("a1", seconds));
  }

  @Test
  void whatCanNeverBeHandledIsADeadLetterAtOnceAndHoldsNobody() {
    List<SqsRecord> failed = batchThatNeverHandles("a2").handle(records("a1", "a2", "a3", "b1"));

    assertThat(failed).isEmpty();
    assertThat(handled).contains("a1", "a3", "b1");
    assertThat(queue.buried()).containsExactly(new Buried("a2", "a", "body: is odd"));
    assertThat(queue.visibilities()).isEmpty();
  }

  @Test
  void whatCannotBeBuriedIsTriedAgainWithWhatFollows() {
    queue.goDown();

    List<SqsRecord> failed = batchThatNeverHandles("a2").handle(records("a1", "a2", "a3", "b1"));

    assertThat(failed).extracting(SqsRecord::messageId).containsExactly("a2", "a3");
    assertThat(handled).contains("a1", "b1").doesNotContain("a3");
  }

  @Test
  void aGroupThatIsAloneFailsInTheSameWay() {
    List<SqsRecord> failed = batchFailingOn("a2").handle(records("a1", "a2", "a3"));

    assertThat(failed).extracting(SqsRecord::messageId).containsExactly("a2", "a3");
    assertThat(handled).containsExactly("a1", "a2");
  }

  @Test
  void aGroupIsHandledInOrder() {
    batchFailingOn().handle(records("a1", "a2", "b1", "a3", "b2"));

    assertThat(handled).filteredOn(id -> id.startsWith("a")).containsExactly("a1", "a2", "a3");
    assertThat(handled).filteredOn(id -> id.startsWith("b")).containsExactly("b1", "b2");
  }

  @Test
  void groupsDoNotWaitForEachOther() {
    CountDownLatch otherGroupCame = new CountDownLatch(1);
    GroupedBatch batch =
        batch(record -> {
          if (record.messageId().equals("a1")) {
            await(otherGroupCame);
          } else {
            otherGroupCame.countDown();
          }
          return new RecordResult.Handled();
        });

    assertThat(batch.handle(records("a1", "b1"))).isEmpty();
  }

  @Test
  void anEmptyBatchIsDone() {
    assertThat(batchFailingOn().handle(List.of())).isEmpty();
  }

  @Test
  void whatTheWorkThrowsIsNotTakenForDone() {
    GroupedBatch batch =
        batch(record -> {
          throw new IllegalStateException("a defect");
        });

    assertThatThrownBy(() -> batch.handle(records("a1"))).hasMessage("a defect");
    assertThatThrownBy(() -> batch.handle(records("a1", "b1"))).hasRootCauseMessage("a defect");
  }

  private GroupedBatch batchThatNeverHandles(String poisonous) {
    return batch(record -> {
      handled.add(record.messageId());
      return record.messageId().equals(poisonous)
          ? new RecordResult.NeverHandled("body: is odd")
          : new RecordResult.Handled();
    });
  }

  private GroupedBatch batchFailingOn(String... failing) {
    return batch(record -> {
      handled.add(record.messageId());
      return Set.of(failing).contains(record.messageId())
          ? new RecordResult.TryAgain()
          : new RecordResult.Handled();
    });
  }

  private GroupedBatch batch(Function<SqsRecord, RecordResult> work) {
    return new GroupedBatch(work, () -> queue);
  }

  private static Visibility away(String id, int seconds) {
    return new Visibility("receipt of " + id, Duration.ofSeconds(seconds));
  }

  private static List<SqsRecord> records(String... ids) {
    return List.of(ids).stream().map(id -> record(id, 1)).toList();
  }

  private static SqsRecord record(String id, int receiveCount) {
    return new SqsRecord(id, id.substring(0, 1), "receipt of " + id, receiveCount, "body");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
