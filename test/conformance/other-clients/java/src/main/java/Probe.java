import com.eventstore.dbclient.*;
import java.util.*;
import java.util.concurrent.*;

/** The official Java client against a node; prints a line per statement, ends with 1 when one does not hold. */
public final class Probe {
  private static final long LIMIT_SECONDS = 15;
  private static EventStoreDBClient client;
  private static EventStoreDBPersistentSubscriptionsClient groups;
  private static int failed = 0;

  private interface Statement {
    void run() throws Exception;
  }

  private static void statement(String name, Statement run) {
    try {
      run.run();
      System.out.println("ok  " + name);
    } catch (Throwable problem) {
      failed++;
      System.out.println("NOT " + name + ": " + problem);
    }
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private static Throwable refusal(CompletableFuture<?> future) throws Exception {
    try {
      get(future);
    } catch (ExecutionException error) {
      return error.getCause();
    }
    throw new AssertionError("accepted");
  }

  private static void same(String what, Object got, Object wanted) {
    if (!Objects.equals(got, wanted)) throw new AssertionError(what + ": " + got + ", wanted " + wanted);
  }

  private static String fresh(String category) {
    return category + "-" + UUID.randomUUID().toString().substring(0, 13);
  }

  private static EventData[] events(int count, String type) {
    EventData[] list = new EventData[count];
    for (int n = 0; n < count; n++)
      list[n] = EventDataBuilder.json(UUID.randomUUID(), type, ("{\"n\":" + n + "}").getBytes()).metadataAsBytes("{\"by\":\"java\"}".getBytes()).build();
    return list;
  }

  private static WriteResult append(String stream, ExpectedRevision expected, EventData... list) throws Exception {
    return get(client.appendToStream(stream, AppendToStreamOptions.get().expectedRevision(expected), list));
  }

  private static List<ResolvedEvent> read(String stream, ReadStreamOptions options) throws Exception {
    return get(client.readStream(stream, options)).getEvents();
  }

  private static void appending() {
    statement("append: no stream, exact, exists, any; sent again is the same", () -> {
      String s = fresh("java");
      EventData[] list = events(3, "Made");
      WriteResult first = append(s, ExpectedRevision.noStream(), list);
      same("revision", first.getNextExpectedRevision(), ExpectedRevision.expectedRevision(2));
      same("revision", append(s, ExpectedRevision.noStream(), list).getNextExpectedRevision(), ExpectedRevision.expectedRevision(2));
      WriteResult second = append(s, ExpectedRevision.expectedRevision(2), events(1, "Made"));
      same("order", second.getLogPosition().compareTo(first.getLogPosition()) > 0, true);
      append(s, ExpectedRevision.streamExists(), events(1, "Made"));
      same("revision", append(s, ExpectedRevision.any(), events(1, "Made")).getNextExpectedRevision(), ExpectedRevision.expectedRevision(5));
    });
    statement("append: wrong expectations are refused with the actual revision", () -> {
      String s = fresh("java");
      append(s, ExpectedRevision.noStream(), events(1, "Made"));
      Throwable error = refusal(client.appendToStream(s, AppendToStreamOptions.get().expectedRevision(7), events(1, "Made")));
      same("actual", ((WrongExpectedVersionException) error).getActualVersion(), ExpectedRevision.expectedRevision(0));
      error = refusal(client.appendToStream(fresh("java"), AppendToStreamOptions.get().expectedRevision(ExpectedRevision.streamExists()), events(1, "Made")));
      same("actual", ((WrongExpectedVersionException) error).getActualVersion(), ExpectedRevision.noStream());
    });
  }

  private static void reading() {
    statement("read a stream: both ways, fields, first and last position", () -> {
      String s = fresh("java");
      EventData[] list = events(300, "Made");
      append(s, ExpectedRevision.noStream(), list);
      ReadResult result = get(client.readStream(s, ReadStreamOptions.get().fromStart().maxCount(1000)));
      same("count", result.getEvents().size(), 300);
      same("last position", result.getLastStreamPosition(), 299L);
      for (int n = 0; n < 300; n++) {
        RecordedEvent one = result.getEvents().get(n).getEvent();
        same("revision", one.getRevision(), (long) n);
        same("id", one.getEventId(), list[n].getEventId());
        same("data", new String(one.getEventData()), "{\"n\":" + n + "}");
        // This client adds its trace ids to metadata of JSON events.
        same("metadata", new String(one.getUserMetadata()).startsWith("{\"by\":\"java\""), true);
        same("type", one.getEventType(), "Made");
        same("content type", one.getContentType(), "application/json");
        long age = System.currentTimeMillis() - one.getCreated().toEpochMilli();
        same("created now", age > -60_000 && age < 60_000, true);
      }
      List<ResolvedEvent> back = read(s, ReadStreamOptions.get().backwards().fromEnd().maxCount(2));
      same("last", back.get(0).getEvent().getRevision(), 299L);
      same("count", back.size(), 2);
      same("from 7", read(s, ReadStreamOptions.get().fromRevision(7).maxCount(1)).get(0).getEvent().getRevision(), 7L);
    });
    statement("read what is truncated: the first position that can be seen", () -> {
      String s = fresh("java");
      append(s, ExpectedRevision.noStream(), events(100, "Made"));
      StreamMetadata metadata = new StreamMetadata();
      metadata.setTruncateBefore(90L);
      get(client.setStreamMetadata(s, metadata));
      ReadResult result = get(client.readStream(s, ReadStreamOptions.get().fromStart().maxCount(5)));
      same("first position", result.getFirstStreamPosition(), 90L);
      same("last position", result.getLastStreamPosition(), 99L);
    });
    statement("read a missing stream: not found", () ->
        same("class", refusal(client.readStream(fresh("java"), ReadStreamOptions.get())).getClass(), StreamNotFoundException.class));
    statement("read $all: forwards inclusive, backwards exclusive", () -> {
      String s = fresh("java");
      WriteResult written = append(s, ExpectedRevision.noStream(), events(2, "Made"));
      RecordedEvent one = get(client.readAll(ReadAllOptions.get().fromPosition(written.getLogPosition()).maxCount(1))).getEvents().get(0).getEvent();
      same("forwards", one.getStreamId() + one.getRevision(), s + "1");
      same("position", one.getPosition(), written.getLogPosition());
      one = get(client.readAll(ReadAllOptions.get().backwards().fromPosition(written.getLogPosition()).maxCount(1))).getEvents().get(0).getEvent();
      same("backwards", one.getStreamId() + one.getRevision(), s + "0");
    });
  }

  /** Collects what a subscription says. */
  private static final class Heard extends SubscriptionListener {
    final BlockingQueue<RecordedEvent> events = new LinkedBlockingQueue<>();
    final CountDownLatch caughtUp = new CountDownLatch(1);

    @Override
    public void onEvent(Subscription subscription, ResolvedEvent event) {
      events.add(event.getEvent());
    }

    @Override
    public void onCaughtUp(Subscription subscription) {
      caughtUp.countDown();
    }

    RecordedEvent next() throws Exception {
      RecordedEvent one = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (one == null) throw new AssertionError("no event came");
      return one;
    }
  }

  private static void subscribing() {
    statement("catch-up subscription to a stream: past, caught up, live", () -> {
      String s = fresh("java");
      append(s, ExpectedRevision.noStream(), events(200, "Made"));
      Heard heard = new Heard();
      Subscription subscription = get(client.subscribeToStream(s, heard, SubscribeToStreamOptions.get().fromRevision(9)));
      for (long n = 10; n < 200; n++) same("revision", heard.next().getRevision(), n);
      same("caught up", heard.caughtUp.await(LIMIT_SECONDS, TimeUnit.SECONDS), true);
      append(s, ExpectedRevision.expectedRevision(199), events(5, "Live"));
      for (long n = 200; n < 205; n++) same("revision", heard.next().getRevision(), n);
      subscription.stop();
    });
    for (String kind : List.of("stream prefix", "stream expression", "type prefix", "type expression"))
      statement("catch-up subscription to $all by " + kind + ": events, checkpoints, nothing else", () -> {
        String category = "javaCat" + UUID.randomUUID().toString().substring(0, 8);
        append(category + "-1", ExpectedRevision.noStream(), events(3, category + "Made"));
        append(fresh("other"), ExpectedRevision.noStream(), events(100, "Other"));
        CountDownLatch checkpoints = new CountDownLatch(1);
        SubscriptionFilterBuilder filter = SubscriptionFilter.newBuilder().withMaxWindow(10).withCheckpointer((subscription, position) -> {
          checkpoints.countDown();
          return CompletableFuture.completedFuture(null);
        }, 1);
        switch (kind) {
          case "stream prefix" -> filter.addStreamNamePrefix(category + "-");
          case "stream expression" -> filter.withStreamNameRegularExpression("^" + category + "-");
          case "type prefix" -> filter.addEventTypePrefix(category);
          default -> filter.withEventTypeRegularExpression("^" + category + "(Made|Live)$");
        }
        Heard heard = new Heard();
        Subscription subscription = get(client.subscribeToAll(heard, SubscribeToAllOptions.get().fromStart().filter(filter.build())));
        for (long n = 0; n < 3; n++) same("stream", heard.next().getStreamId(), category + "-1");
        same("caught up", heard.caughtUp.await(LIMIT_SECONDS, TimeUnit.SECONDS), true);
        append(category + "-1", ExpectedRevision.expectedRevision(2), events(1, category + "Live"));
        same("revision", heard.next().getRevision(), 3L);
        same("checkpoint", checkpoints.await(LIMIT_SECONDS, TimeUnit.SECONDS), true);
        subscription.stop();
      });
  }

  private record Message(PersistentSubscription subscription, int retries, ResolvedEvent event) {}

  private static final class Consumer extends PersistentSubscriptionListener {
    final BlockingQueue<Message> messages;

    Consumer(BlockingQueue<Message> messages) {
      this.messages = messages;
    }

    @Override
    public void onEvent(PersistentSubscription subscription, int retries, ResolvedEvent event) {
      messages.add(new Message(subscription, retries, event));
    }
  }

  private static Message next(BlockingQueue<Message> messages) throws Exception {
    Message one = messages.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (one == null) throw new AssertionError("no message came");
    return one;
  }

  private static void competing() {
    statement("persistent subscription to a stream: ack, retry, park, replay, skip, info, update, delete", () -> {
      String s = fresh("java");
      append(s, ExpectedRevision.noStream(), events(4, "Made"));
      get(groups.createToStream(s, "g", CreatePersistentSubscriptionToStreamOptions.get().fromStart()));
      refusal(groups.createToStream(s, "g", CreatePersistentSubscriptionToStreamOptions.get().fromStart()));
      BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
      PersistentSubscription subscription = get(groups.subscribeToStream(s, "g", SubscribePersistentSubscriptionOptions.get().bufferSize(1), new Consumer(messages)));
      subscription.ack(next(messages).event());
      subscription.nack(NackAction.Retry, "again", next(messages).event());
      Message again = next(messages);
      same("retries", again.retries(), 1);
      same("revision", again.event().getEvent().getRevision(), 1L);
      subscription.nack(NackAction.Park, "later", again.event());
      subscription.nack(NackAction.Skip, "never", next(messages).event());
      Message fourth = next(messages);
      same("revision", fourth.event().getEvent().getRevision(), 3L);
      subscription.ack(fourth.event());
      long end = System.currentTimeMillis() + 5_000;
      for (;;) {
        PersistentSubscriptionToStreamInfo info = get(groups.getInfoToStream(s, "g")).orElseThrow();
        if (info.getStats().getParkedMessageCount() == 1 && info.getConnections().size() == 1) break;
        if (System.currentTimeMillis() > end) throw new AssertionError("info: " + info.getStats());
        Thread.sleep(50);
      }
      get(groups.replayParkedMessagesToStream(s, "g"));
      Message replayed = next(messages);
      same("replayed", replayed.event().getEvent().getRevision(), 1L);
      subscription.ack(replayed.event());
      subscription.stop();
      get(groups.updateToStream(s, "g", UpdatePersistentSubscriptionToStreamOptions.get().maxRetryCount(3)));
      same("listed", get(groups.listToStream(s)).size(), 1);
      get(groups.deleteToStream(s, "g"));
      refusal(groups.deleteToStream(s, "g"));
      same("gone", get(groups.getInfoToStream(s, "g")).isPresent(), false);
    });
    statement("persistent subscription to $all with a filter, two consumers", () -> {
      String category = "javaAll" + UUID.randomUUID().toString().substring(0, 8);
      String group = fresh("group");
      SubscriptionFilter filter = SubscriptionFilter.newBuilder().addStreamNamePrefix(category).build();
      get(groups.createToAll(group, CreatePersistentSubscriptionToAllOptions.get().fromEnd().filter(filter)));
      BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
      PersistentSubscription one = get(groups.subscribeToAll(group, new Consumer(messages)));
      PersistentSubscription two = get(groups.subscribeToAll(group, new Consumer(messages)));
      append(category + "-1", ExpectedRevision.noStream(), events(20, "Made"));
      Set<Long> seen = new HashSet<>();
      Set<PersistentSubscription> takers = new HashSet<>();
      while (seen.size() < 20) {
        Message message = next(messages);
        message.subscription().ack(message.event());
        takers.add(message.subscription());
        seen.add(message.event().getEvent().getRevision());
      }
      same("consumers", takers.size(), 2);
      one.stop();
      two.stop();
      get(groups.deleteToAll(group));
    });
  }

  private static void deleting() {
    statement("metadata: written, read, in force", () -> {
      String s = fresh("java");
      append(s, ExpectedRevision.noStream(), events(5, "Made"));
      StreamMetadata metadata = new StreamMetadata();
      metadata.setMaxCount(2L);
      metadata.setCacheControl(10L);
      metadata.setCustomProperties(new HashMap<>(Map.of("ours", "yes")));
      get(client.setStreamMetadata(s, metadata));
      StreamMetadata back = get(client.getStreamMetadata(s));
      same("max count", back.getMaxCount(), 2L);
      same("cache control", back.getCacheControl(), 10L);
      same("property", back.getCustomProperties().get("ours"), "yes");
      same("visible", read(s, ReadStreamOptions.get().fromStart()).get(0).getEvent().getRevision(), 3L);
    });
    statement("delete: gone, and begins anew where it ended", () -> {
      String s = fresh("java");
      append(s, ExpectedRevision.noStream(), events(2, "Made"));
      same("class", refusal(client.deleteStream(s, DeleteStreamOptions.get().expectedRevision(7))).getClass(), WrongExpectedVersionException.class);
      get(client.deleteStream(s, DeleteStreamOptions.get().expectedRevision(1)));
      same("class", refusal(client.readStream(s, ReadStreamOptions.get())).getClass(), StreamNotFoundException.class);
      same("revision", append(s, ExpectedRevision.noStream(), events(1, "Made")).getNextExpectedRevision(), ExpectedRevision.expectedRevision(2));
      same("count", read(s, ReadStreamOptions.get().fromStart()).size(), 1);
    });
    statement("tombstone: deleted for ever", () -> {
      String s = fresh("java");
      append(s, ExpectedRevision.noStream(), events(1, "Made"));
      get(client.tombstoneStream(s));
      // This client has no class of its own for it when reading; the node's words must come through.
      same("words", refusal(client.readStream(s, ReadStreamOptions.get())).getMessage().contains("is deleted"), true);
      same("class", refusal(client.appendToStream(s, events(1, "Made"))).getClass(), StreamDeletedException.class);
    });
  }

  public static void main(String[] arguments) throws Exception {
    EventStoreDBClientSettings settings = EventStoreDBConnectionString.parseOrThrow(arguments[0]);
    client = EventStoreDBClient.create(settings);
    groups = EventStoreDBPersistentSubscriptionsClient.create(settings);
    appending();
    reading();
    subscribing();
    competing();
    deleting();
    System.exit(failed > 0 ? 1 : 0);
  }
}
