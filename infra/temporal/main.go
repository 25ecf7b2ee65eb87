// Temporal's own server as one program: frontend, history, matching and worker in one process over one SQLite file,
// with its web page and Prometheus metrics. Every address is 127.0.0.1. See docs/adr/0002.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	uiserver "github.com/temporalio/ui-server/v2/server"
	uiconfig "github.com/temporalio/ui-server/v2/server/config"
	uioptions "github.com/temporalio/ui-server/v2/server/server_options"
	"go.temporal.io/server/common/cluster"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/dynamicconfig"
	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/membership/static"
	"go.temporal.io/server/common/metrics"
	sqliteplugin "go.temporal.io/server/common/persistence/sql/sqlplugin/sqlite"
	"go.temporal.io/server/common/primitives"
	"go.temporal.io/server/schema/sqlite"
	"go.temporal.io/server/temporal"
	"google.golang.org/protobuf/types/known/durationpb"
)

const (
	host        = "127.0.0.1"
	clusterName = "hoptac"
	stopLimit   = 8 * time.Second
)

type options struct {
	data, namespace, logLevel string
	port, uiPort, metricsPort int
	retention                 time.Duration
	rehearsal                 bool
}

func main() {
	var o options
	flag.StringVar(&o.data, "data", "", "folder of the SQLite file (must exist)")
	flag.IntVar(&o.port, "port", 7233, "gRPC port of the frontend")
	flag.IntVar(&o.uiPort, "ui-port", 8233, "port of the web page; 0 for none")
	flag.IntVar(&o.metricsPort, "metrics-port", 0, "port of /metrics; 0 for none")
	flag.StringVar(&o.namespace, "namespace", "default", "namespace registered at start")
	flag.DurationVar(&o.retention, "retention", 10*365*24*time.Hour, "how long closed workflows are kept (new namespace only)")
	flag.BoolVar(&o.rehearsal, "rehearsal", false, "allow workflows to skip time (embedded stack only)")
	flag.StringVar(&o.logLevel, "log-level", "warn", "debug, info, warn or error")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "temporal:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	if o.data == "" {
		return errors.New("-data is required")
	}
	sql, err := prepareStore(o)
	if err != nil {
		return err
	}
	services, hosts, err := placeServices(o.port)
	if err != nil {
		return err
	}
	logger := log.NewZapLogger(log.BuildZapLogger(log.Config{Stdout: true, Level: o.logLevel, Format: "json"}))
	server, err := temporal.NewServer(
		temporal.WithConfig(serverConfig(o, sql, services)),
		temporal.ForServices(temporal.DefaultServices),
		temporal.WithStaticHosts(hosts),
		temporal.WithDynamicConfigClient(dynamicValues(o.rehearsal)),
		temporal.WithLogger(logger),
	)
	if err != nil {
		return fmt.Errorf("cannot set the server up: %w", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := server.Start(); err != nil {
		return fmt.Errorf("cannot start the server: %w", err)
	}
	uiFailed := make(chan error, 1)
	ui := startPage(o, uiFailed)
	fmt.Printf(`{"level":"info","msg":"ready","address":"%s:%d","page":%d,"metrics":%d,"rehearsal":%t}`+"\n",
		host, o.port, o.uiPort, o.metricsPort, o.rehearsal)

	var reason error
	select {
	case <-ctx.Done():
	case reason = <-uiFailed:
	}
	stop() // a second signal ends the process at once
	done := make(chan error, 1)
	go func() {
		if ui != nil {
			ui.Stop()
		}
		done <- server.Stop()
	}()
	select {
	case err = <-done:
	case <-time.After(stopLimit):
		err = fmt.Errorf("did not stop within %s", stopLimit)
	}
	return errors.Join(reason, err)
}

// prepareStore creates the database on first use. The schema is laid in a file of another name which is renamed when it
// is whole, so that a crash in between leaves no half database behind.
func prepareStore(o options) (*config.SQL, error) {
	store := func(file, journal string) *config.SQL {
		return &config.SQL{
			PluginName:   sqliteplugin.PluginName,
			DatabaseName: file,
			// synchronous=1: a power cut may cost the last moments; the facts are in the event store and bring them back.
			ConnectAttributes: map[string]string{
				"mode": "rwc", "journal_mode": journal, "synchronous": "1", "busy_timeout": "10000",
			},
		}
	}
	file := filepath.Join(o.data, "temporal.sqlite")
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		fresh := file + ".new"
		for _, leftover := range []string{fresh, fresh + "-journal", file + "-wal", file + "-shm"} {
			if err := os.Remove(leftover); err != nil && !errors.Is(err, os.ErrNotExist) {
				return nil, err
			}
		}
		if err := sqlite.SetupSchema(store(fresh, "delete")); err != nil {
			return nil, fmt.Errorf("cannot lay the schema in %s: %w", fresh, err)
		}
		if err := os.Rename(fresh, file); err != nil {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	}
	sql := store(file, "wal")
	namespace, err := sqlite.NewNamespaceConfig(clusterName, o.namespace, false, nil)
	if err != nil {
		return nil, err
	}
	namespace.Detail.Config.Retention = durationpb.New(o.retention)
	if err := sqlite.CreateNamespaces(sql, namespace); err != nil {
		return nil, fmt.Errorf("cannot register namespace %q: %w", o.namespace, err)
	}
	return sql, nil
}

// placeServices gives the inner services free ports; they find each other by a fixed list, without a gossip ring.
func placeServices(frontend int) (map[string]config.Service, map[primitives.ServiceName]static.Hosts, error) {
	services := map[string]config.Service{}
	hosts := map[primitives.ServiceName]static.Hosts{}
	for _, name := range temporal.DefaultServices {
		port := frontend
		if name != string(primitives.FrontendService) {
			listener, err := net.Listen("tcp", host+":0")
			if err != nil {
				return nil, nil, err
			}
			defer listener.Close() // held until all are chosen, so that no two are the same
			port = listener.Addr().(*net.TCPAddr).Port
		}
		services[name] = config.Service{RPC: config.RPC{GRPCPort: port, BindOnIP: host}}
		hosts[primitives.ServiceName(name)] = static.SingleLocalHost(address(port))
	}
	return services, hosts, nil
}

func serverConfig(o options, sql *config.SQL, services map[string]config.Service) *config.Config {
	c := &config.Config{
		Global: config.Global{Membership: config.Membership{MaxJoinDuration: 30 * time.Second, BroadcastAddress: host}},
		Persistence: config.Persistence{
			DefaultStore:     "sqlite",
			VisibilityStore:  "sqlite",
			NumHistoryShards: 1,
			DataStores:       map[string]config.DataStore{"sqlite": {SQL: sql}},
		},
		ClusterMetadata: &cluster.Config{
			FailoverVersionIncrement: 10,
			MasterClusterName:        clusterName,
			CurrentClusterName:       clusterName,
			ClusterInformation: map[string]cluster.ClusterInformation{
				clusterName: {Enabled: true, InitialFailoverVersion: 1, RPCAddress: address(o.port)},
			},
		},
		DCRedirectionPolicy: config.DCRedirectionPolicy{Policy: "noop"},
		PublicClient:        config.PublicClient{HostPort: address(o.port)},
		Services:            services,
		Archival: config.Archival{
			History:    config.HistoryArchival{State: "disabled"},
			Visibility: config.VisibilityArchival{State: "disabled"},
		},
		NamespaceDefaults: config.NamespaceDefaults{Archival: config.ArchivalNamespaceDefaults{
			History:    config.HistoryArchivalNamespaceDefaults{State: "disabled"},
			Visibility: config.VisibilityArchivalNamespaceDefaults{State: "disabled"},
		}},
	}
	if o.metricsPort != 0 {
		c.Global.Metrics = &metrics.Config{
			Prometheus: &metrics.PrometheusConfig{ListenAddress: address(o.metricsPort), HandlerPath: "/metrics"},
		}
	}
	return c
}

// dynamicValues lifts the request limits meant for shared clusters and keeps the server from asking the internet for news.
func dynamicValues(rehearsal bool) dynamicconfig.StaticClient {
	values := dynamicconfig.StaticClient{
		dynamicconfig.EnableServerVersionCheck.Key():    false,
		dynamicconfig.FrontendPersistenceMaxQPS.Key():   50_000,
		dynamicconfig.HistoryPersistenceMaxQPS.Key():    50_000,
		dynamicconfig.MatchingPersistenceMaxQPS.Key():   50_000,
		dynamicconfig.WorkflowTimeSkippingEnabled.Key(): rehearsal,
	}
	if rehearsal {
		// A skipped timer otherwise waits for the processor's usual look ahead of one second.
		values[dynamicconfig.TimerProcessorMaxTimeShift.Key()] = 5 * time.Millisecond
	}
	return values
}

func startPage(o options, failed chan<- error) *uiserver.Server {
	if o.uiPort == 0 {
		return nil
	}
	page := uiserver.NewServer(uioptions.WithConfigProvider(&uiconfig.Config{
		Host:                host,
		Port:                o.uiPort,
		TemporalGRPCAddress: address(o.port),
		EnableUI:            true,
		DefaultNamespace:    o.namespace,
		DisableNewsFetch:    true,
		HideLogs:            true,
		// The engine is driven by facts alone: the page shows, it does not act.
		DisableWriteActions: true,
	}))
	go func() {
		if err := page.Start(); err != nil {
			failed <- fmt.Errorf("web page: %w", err)
		}
	}()
	return page
}

func address(port int) string { return net.JoinHostPort(host, strconv.Itoa(port)) }
