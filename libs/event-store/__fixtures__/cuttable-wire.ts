import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP wire between client and store that a test may cut, mend, or make deaf in one direction. */
export class CuttableWire {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private deaf = false;
  port = 0;

  private constructor(
    private readonly host: string,
    private readonly target: number,
  ) {}

  static async to(host: string, target: number): Promise<CuttableWire> {
    const wire = new CuttableWire(host, target);
    await wire.mend();
    return wire;
  }

  /** The store's answers are read and thrown away. */
  swallowAnswers(): void {
    this.deaf = true;
  }

  passAnswers(): void {
    this.deaf = false;
  }

  /** Breaks every connection and refuses new ones. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Listens again, on the same port. */
  async mend(): Promise<void> {
    const server = createServer((near) => this.join(near));
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async close(): Promise<void> {
    await this.cut();
  }

  private join(near: Socket): void {
    const far = connect(this.target, this.host);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (!this.deaf) near.write(bytes);
    });
  }
}
