// The official Go client against a node: every group of calls our users' programs make.
// go run . esdb://127.0.0.1:2113?tls=false   prints a line per statement, ends with 1 when one does not hold.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"time"

	"github.com/google/uuid"
	es "github.com/kurrent-io/KurrentDB-Client-Go/kurrentdb"
)

var (
	client *es.Client
	ctx    context.Context
	failed int
)

const limit = 15 * time.Second

func fresh(category string) string { return category + "-" + uuid.NewString()[:13] }

func event(n int, kind string) es.EventData {
	return es.EventData{EventID: uuid.New(), EventType: kind, ContentType: es.ContentTypeJson, Data: []byte(fmt.Sprintf(`{"n":%d}`, n)), Metadata: []byte(`{"by":"go"}`)}
}

func events(count int, kind string) []es.EventData {
	list := make([]es.EventData, count)
	for n := range list {
		list[n] = event(n, kind)
	}
	return list
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func ok(err error) {
	if err != nil {
		panic(err)
	}
}

func same[T comparable](what string, got, wanted T) {
	if got != wanted {
		panic(fmt.Sprintf("%s: %v, wanted %v", what, got, wanted))
	}
}

func refused(err error, code es.ErrorCode) {
	problem, fine := es.FromError(err)
	if fine || problem.Code() != code {
		panic(fmt.Sprintf("error %v, wanted code %v", err, code))
	}
}

func read(stream *es.ReadStream, err error) []*es.ResolvedEvent {
	list, problem := tryRead(stream, err)
	ok(problem)
	return list
}

func tryRead(stream *es.ReadStream, err error) ([]*es.ResolvedEvent, error) {
	if err != nil {
		return nil, err
	}
	defer stream.Close()
	list := []*es.ResolvedEvent{}
	for {
		one, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return list, err
		}
		list = append(list, one)
	}
}

func statement(name string, run func()) {
	inner, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	ctx = inner
	defer func() {
		if problem := recover(); problem != nil {
			failed++
			fmt.Printf("NOT %s: %v\n", name, problem)
			return
		}
		fmt.Printf("ok  %s\n", name)
	}()
	run()
}

func append_(stream string, state es.StreamState, list ...es.EventData) (*es.WriteResult, error) {
	return client.AppendToStream(ctx, stream, es.AppendToStreamOptions{StreamState: state}, list...)
}

func appending() {
	statement("append: no stream, exact, exists, any; revision and position come back", func() {
		s := fresh("go")
		first := must(append_(s, es.NoStream{}, events(3, "Made")...))
		same("revision", first.NextExpectedVersion, 2)
		second := must(append_(s, es.Revision(2), event(3, "Made")))
		same("revision", second.NextExpectedVersion, 3)
		if second.CommitPosition <= first.CommitPosition {
			panic("positions must grow")
		}
		same("revision", must(append_(s, es.StreamExists{}, event(4, "Made"))).NextExpectedVersion, 4)
		same("revision", must(append_(s, es.Any{}, event(5, "Made"))).NextExpectedVersion, 5)
	})
	statement("append: wrong expectations are refused and say so", func() {
		s := fresh("go")
		must(append_(s, es.NoStream{}, event(0, "Made")))
		_, err := append_(s, es.NoStream{}, event(1, "Made"))
		refused(err, es.ErrorCodeWrongExpectedVersion)
		_, err = append_(s, es.Revision(5), event(1, "Made"))
		refused(err, es.ErrorCodeWrongExpectedVersion)
		_, err = append_(fresh("go"), es.StreamExists{}, event(1, "Made"))
		refused(err, es.ErrorCodeWrongExpectedVersion)
	})
	statement("append: sent again is the same event", func() {
		s := fresh("go")
		list := events(2, "Made")
		must(append_(s, es.NoStream{}, list...))
		same("revision", must(append_(s, es.NoStream{}, list...)).NextExpectedVersion, 1)
		same("revision", must(append_(s, es.Any{}, list...)).NextExpectedVersion, 1)
		same("events", len(read(client.ReadStream(ctx, s, es.ReadStreamOptions{}, 10))), 2)
	})
	statement("append: too large is refused, binary content comes back as it was", func() {
		s := fresh("go")
		big := event(0, "Big")
		big.Data = make([]byte, 1100*1024)
		if _, err := append_(s, es.Any{}, big); err == nil {
			panic("accepted")
		}
		bytes := es.EventData{EventID: uuid.New(), EventType: "Bytes", ContentType: es.ContentTypeBinary, Data: []byte{0, 255, 1, 254}}
		must(append_(s, es.NoStream{}, bytes))
		got := read(client.ReadStream(ctx, s, es.ReadStreamOptions{}, 1))[0].Event
		same("content", string(got.Data), string(bytes.Data))
		same("content type", got.ContentType, "application/octet-stream")
		same("id", got.EventID, bytes.EventID)
	})
}

func reading() {
	statement("read a stream: both ways, from a revision, from the ends, all fields", func() {
		s := fresh("go")
		list := events(300, "Made")
		must(append_(s, es.NoStream{}, list...))
		all := read(client.ReadStream(ctx, s, es.ReadStreamOptions{From: es.Start{}}, math.MaxUint64))
		same("count", len(all), 300)
		for n, one := range all {
			same("revision", one.Event.EventNumber, uint64(n))
			same("id", one.Event.EventID, list[n].EventID)
			same("data", string(one.Event.Data), string(list[n].Data))
			same("metadata", string(one.Event.UserMetadata), `{"by":"go"}`)
			same("type", one.Event.EventType, "Made")
			same("stream", one.Event.StreamID, s)
			if age := time.Since(one.Event.CreatedDate); age < -time.Minute || age > time.Minute {
				panic("created " + one.Event.CreatedDate.String())
			}
		}
		back := read(client.ReadStream(ctx, s, es.ReadStreamOptions{Direction: es.Backwards, From: es.End{}}, 2))
		same("revision", back[0].Event.EventNumber, 299)
		same("count", len(back), 2)
		same("revision", read(client.ReadStream(ctx, s, es.ReadStreamOptions{From: es.Revision(7)}, 1))[0].Event.EventNumber, 7)
		same("beyond the end", len(read(client.ReadStream(ctx, s, es.ReadStreamOptions{From: es.Revision(900)}, 1))), 0)
	})
	statement("read a missing stream: not found", func() {
		_, err := tryRead(client.ReadStream(ctx, fresh("go"), es.ReadStreamOptions{}, 1))
		refused(err, es.ErrorCodeResourceNotFound)
	})
	statement("read $all: forwards inclusive, backwards exclusive", func() {
		s := fresh("go")
		written := must(append_(s, es.NoStream{}, events(2, "Made")...))
		at := es.Position{Commit: written.CommitPosition, Prepare: written.PreparePosition}
		forward := read(client.ReadAll(ctx, es.ReadAllOptions{From: at}, 1))
		same("forwards", forward[0].Event.StreamID+fmt.Sprint(forward[0].Event.EventNumber), s+"1")
		back := read(client.ReadAll(ctx, es.ReadAllOptions{From: at, Direction: es.Backwards}, 1))
		same("backwards", back[0].Event.StreamID+fmt.Sprint(back[0].Event.EventNumber), s+"0")
		same("position", forward[0].Event.Position.Commit, written.CommitPosition)
	})
}

func subscribing() {
	statement("catch-up subscription to a stream: past, caught up, live", func() {
		s := fresh("go")
		must(append_(s, es.NoStream{}, events(200, "Made")...))
		sub := must(client.SubscribeToStream(ctx, s, es.SubscribeToStreamOptions{From: es.Revision(9)}))
		defer sub.Close()
		next, caughtUp := uint64(10), false
		for next < 205 {
			one := sub.Recv()
			if one.SubscriptionDropped != nil {
				panic(one.SubscriptionDropped.Error)
			}
			if one.CaughtUp != nil && !caughtUp {
				caughtUp = true
				same("events before caught up", next, 200)
				must(append_(s, es.Revision(199), events(5, "Live")...))
			}
			if one.EventAppeared != nil {
				same("revision", one.EventAppeared.Event.EventNumber, next)
				next++
			}
		}
	})
	filters := map[string]func(string) *es.SubscriptionFilter{
		"stream prefix": func(c string) *es.SubscriptionFilter {
			return &es.SubscriptionFilter{Type: es.StreamFilterType, Prefixes: []string{c + "-"}}
		},
		"stream expression": func(c string) *es.SubscriptionFilter {
			return &es.SubscriptionFilter{Type: es.StreamFilterType, Regex: "^" + c + "-"}
		},
		"type prefix": func(c string) *es.SubscriptionFilter {
			return &es.SubscriptionFilter{Type: es.EventFilterType, Prefixes: []string{c}}
		},
		"type expression": func(c string) *es.SubscriptionFilter {
			return &es.SubscriptionFilter{Type: es.EventFilterType, Regex: "^" + c + "(Made|Live)$"}
		},
	}
	for name, filter := range filters {
		statement("catch-up subscription to $all by "+name+": events, checkpoints, nothing else", func() {
			category := "goCat" + uuid.NewString()[:8]
			must(append_(category+"-1", es.NoStream{}, events(3, category+"Made")...))
			must(append_(fresh("other"), es.NoStream{}, events(100, "Other")...))
			sub := must(client.SubscribeToAll(ctx, es.SubscribeToAllOptions{From: es.Start{}, Filter: filter(category), MaxSearchWindow: 10, CheckpointInterval: 1}))
			defer sub.Close()
			seen, checkpoints, live := 0, 0, false
			for seen < 4 || checkpoints == 0 {
				one := sub.Recv()
				if one.SubscriptionDropped != nil {
					panic(one.SubscriptionDropped.Error)
				}
				if one.CheckPointReached != nil {
					checkpoints++
				}
				if one.CaughtUp != nil && !live {
					live = true
					must(append_(category+"-1", es.Revision(2), event(3, category+"Live")))
				}
				if one.EventAppeared != nil {
					same("stream", one.EventAppeared.Event.StreamID, category+"-1")
					seen++
				}
			}
		})
	}
}

func next(sub *es.PersistentSubscription) *es.EventAppeared {
	for {
		one := sub.Recv()
		if one.SubscriptionDropped != nil {
			panic(fmt.Sprintf("dropped: %v", one.SubscriptionDropped.Error))
		}
		if one.EventAppeared != nil {
			return one.EventAppeared
		}
	}
}

func competing() {
	statement("persistent subscription to a stream: ack, retry, park, replay, skip, info, update, delete", func() {
		s := fresh("go")
		must(append_(s, es.NoStream{}, events(4, "Made")...))
		ok(client.CreatePersistentSubscription(ctx, s, "g", es.PersistentStreamSubscriptionOptions{StartFrom: es.Start{}}))
		refused(client.CreatePersistentSubscription(ctx, s, "g", es.PersistentStreamSubscriptionOptions{StartFrom: es.Start{}}), es.ErrorCodeResourceAlreadyExists)
		sub := must(client.SubscribeToPersistentSubscription(ctx, s, "g", es.SubscribeToPersistentSubscriptionOptions{BufferSize: 1}))
		first := next(sub)
		same("revision", first.Event.Event.EventNumber, 0)
		ok(sub.Ack(first.Event))
		second := next(sub)
		ok(sub.Nack("again", es.NackActionRetry, second.Event))
		again := next(sub)
		same("retries", again.RetryCount, 1)
		same("revision", again.Event.Event.EventNumber, 1)
		ok(sub.Nack("later", es.NackActionPark, again.Event))
		third := next(sub)
		ok(sub.Nack("never", es.NackActionSkip, third.Event))
		fourth := next(sub)
		same("revision", fourth.Event.Event.EventNumber, 3)
		ok(sub.Ack(fourth.Event))
		for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			info := must(client.GetPersistentSubscriptionInfo(ctx, s, "g", es.GetPersistentSubscriptionOptions{}))
			if info.Stats.ParkedMessagesCount == 1 && len(info.Connections) == 1 {
				break
			}
			if time.Now().After(deadline) {
				panic(fmt.Sprintf("info: %+v", info.Stats))
			}
		}
		ok(client.ReplayParkedMessages(ctx, s, "g", es.ReplayParkedMessagesOptions{}))
		replayed := next(sub)
		same("replayed", replayed.Event.Event.EventNumber, 1)
		ok(sub.Ack(replayed.Event))
		ok(sub.Close())
		settings := es.SubscriptionSettingsDefault()
		settings.MaxRetryCount = 3
		ok(client.UpdatePersistentSubscription(ctx, s, "g", es.PersistentStreamSubscriptionOptions{Settings: &settings, StartFrom: es.Start{}}))
		listed := must(client.ListPersistentSubscriptionsForStream(ctx, s, es.ListPersistentSubscriptionsOptions{}))
		same("max retries", listed[0].Settings.MaxRetryCount, 3)
		ok(client.DeletePersistentSubscription(ctx, s, "g", es.DeletePersistentSubscriptionOptions{}))
		refused(client.DeletePersistentSubscription(ctx, s, "g", es.DeletePersistentSubscriptionOptions{}), es.ErrorCodeResourceNotFound)
	})
	statement("persistent subscription to $all with a filter, two consumers", func() {
		category := "goAll" + uuid.NewString()[:8]
		group := fresh("group")
		ok(client.CreatePersistentSubscriptionToAll(ctx, group, es.PersistentAllSubscriptionOptions{StartFrom: es.End{}, Filter: &es.SubscriptionFilter{Type: es.StreamFilterType, Prefixes: []string{category}}}))
		one := must(client.SubscribeToPersistentSubscriptionToAll(ctx, group, es.SubscribeToPersistentSubscriptionOptions{}))
		two := must(client.SubscribeToPersistentSubscriptionToAll(ctx, group, es.SubscribeToPersistentSubscriptionOptions{}))
		must(append_(category+"-1", es.NoStream{}, events(20, "Made")...))
		got := make(chan uint64, 40)
		take := func(sub *es.PersistentSubscription) {
			for {
				message := sub.Recv()
				if message.SubscriptionDropped != nil {
					return
				}
				if message.EventAppeared != nil {
					_ = sub.Ack(message.EventAppeared.Event)
					got <- message.EventAppeared.Event.Event.EventNumber
				}
			}
		}
		go take(one)
		go take(two)
		seen := map[uint64]bool{}
		for len(seen) < 20 {
			select {
			case n := <-got:
				seen[n] = true
			case <-time.After(5 * time.Second):
				panic(fmt.Sprintf("only %d of 20 events", len(seen)))
			}
		}
		ok(one.Close())
		ok(two.Close())
		ok(client.DeletePersistentSubscriptionToAll(ctx, group, es.DeletePersistentSubscriptionOptions{}))
	})
}

func deleting() {
	statement("metadata: written, read, in force", func() {
		s := fresh("go")
		must(append_(s, es.NoStream{}, events(5, "Made")...))
		metadata := es.StreamMetadata{}
		metadata.SetMaxCount(2)
		metadata.SetCacheControl(10 * time.Second)
		metadata.AddCustomProperty("ours", "yes")
		must(client.SetStreamMetadata(ctx, s, es.AppendToStreamOptions{}, metadata))
		back := must(client.GetStreamMetadata(ctx, s, es.ReadStreamOptions{}))
		same("max count", *back.MaxCount(), 2)
		same("cache control", *back.CacheControl(), 10*time.Second)
		same("property", fmt.Sprint(back.CustomProperty("ours")), "yes")
		same("visible", read(client.ReadStream(ctx, s, es.ReadStreamOptions{}, 10))[0].Event.EventNumber, 3)
	})
	statement("delete: gone, and begins anew where it ended", func() {
		s := fresh("go")
		must(append_(s, es.NoStream{}, events(2, "Made")...))
		_, err := client.DeleteStream(ctx, s, es.DeleteStreamOptions{StreamState: es.Revision(7)})
		// This client knows no code for it here; the node's own words must come through.
		if err == nil || !strings.Contains(err.Error(), "WrongExpectedVersion") {
			panic(fmt.Sprintf("error %v", err))
		}
		must(client.DeleteStream(ctx, s, es.DeleteStreamOptions{StreamState: es.Revision(1)}))
		_, err = tryRead(client.ReadStream(ctx, s, es.ReadStreamOptions{}, 1))
		refused(err, es.ErrorCodeResourceNotFound)
		same("revision", must(append_(s, es.NoStream{}, event(2, "Made"))).NextExpectedVersion, 2)
		same("count", len(read(client.ReadStream(ctx, s, es.ReadStreamOptions{}, 10))), 1)
	})
	statement("tombstone: deleted for ever", func() {
		s := fresh("go")
		must(append_(s, es.NoStream{}, event(0, "Made")))
		must(client.TombstoneStream(ctx, s, es.TombstoneStreamOptions{StreamState: es.Any{}}))
		_, err := tryRead(client.ReadStream(ctx, s, es.ReadStreamOptions{}, 1))
		refused(err, es.ErrorCodeStreamDeleted)
		if _, err = append_(s, es.Any{}, event(1, "Made")); err == nil {
			panic("written after the tombstone")
		}
	})
}

func main() {
	address := "esdb://127.0.0.1:2113?tls=false"
	if len(os.Args) > 1 {
		address = os.Args[1]
	}
	configuration := must(es.ParseConnectionString(strings.Replace(address, "kurrentdb://", "esdb://", 1)))
	configuration.Logger = es.NoopLogging()
	client = must(es.NewClient(configuration))
	appending()
	reading()
	subscribing()
	competing()
	deleting()
	if failed > 0 {
		os.Exit(1)
	}
}
