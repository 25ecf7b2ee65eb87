import { mkdirSync } from 'node:fs';
import { grpcProbe } from './health';
import { Notice } from './notice';
import { type PartPlan } from './part-plan';
import { type StackSettings } from './settings';

const FRONTEND = 'temporal.api.workflowservice.v1.WorkflowService';

/** Temporal's server on SQLite under the data folder; time may be skipped only in a rehearsal. */
export function temporalPlan(settings: StackSettings, dataFolder: string): PartPlan {
  const { ports, rehearsal, temporalTool: tool } = settings;
  if (tool === null) {
    throw new Notice({
      vi: 'Không có máy chủ Temporal: hãy khởi động bằng `npm start`, hoặc đặt HOPTAC_TEMPORAL_ADDRESS.',
      en: 'There is no Temporal server: start by `npm start`, or set HOPTAC_TEMPORAL_ADDRESS.',
    });
  }
  const numbers = [ports.temporal, ports.temporalPage, ports.temporalMetrics].map(String);
  const [port = '', page = '', metrics = ''] = numbers;
  const ownServer = [
    '-data',
    dataFolder,
    '-port',
    port,
    '-ui-port',
    page,
    '-metrics-port',
    metrics,
    `-rehearsal=${String(rehearsal)}`,
  ];
  const command = [
    ...[
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--ui-ip',
      '127.0.0.1',
      '--port',
      port,
      '--ui-port',
      page,
      '--metrics-port',
      metrics,
    ],
    ...[
      '--db-filename',
      `${dataFolder}/temporal-command.sqlite`,
      '--sqlite-pragma',
      'journal_mode=wal',
      '--sqlite-pragma',
      'synchronous=1',
    ],
    ...['--dynamic-config-value', `frontend.WorkflowTimeSkippingEnabled=${String(rehearsal)}`, '--log-level', 'warn'],
  ];
  return {
    name: 'temporal',
    label: `Temporal 127.0.0.1:${port} (http://127.0.0.1:${page})`,
    command: tool.path,
    args: tool.kind === 'server' ? ownServer : command,
    nice: 10,
    // The engine's data may be thrown away as a whole: `hoptac cases resurrect` makes them again from the events.
    prepare: () => {
      mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    },
    probe: grpcProbe(`127.0.0.1:${port}`, FRONTEND),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
  };
}
