/** What every handler needs, handed over at assembly. */
import type { Logger } from 'pino';
import type { Access } from './access/access';
import type { NodeConfig } from './config';
import type { Store } from './store/store';
import type { OpenCalls } from './streams/open-calls';

export interface NodeContext {
  readonly config: NodeConfig;
  readonly store: Store;
  readonly access: Access;
  readonly log: Logger;
  readonly calls: OpenCalls;
}
