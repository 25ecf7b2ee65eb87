/**
 * One port for gRPC (HTTP/2) and HTTP/1.1: the first bytes of a connection tell which it is. The socket itself is handed
 * over, nothing is piped, so gRPC pays nothing for it. Under TLS the client says it while shaking hands (ALPN).
 */
import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createNetServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import type { TlsFiles } from '../config';

/** How an HTTP/2 connection begins. */
const HTTP2_PREFACE = Buffer.from('PRI * HTTP/2.0');
/** A connection that says nothing for so long is closed (milliseconds). */
const SILENCE_MS = 30_000;

export class Front {
  private readonly server: NetServer;
  private readonly http: HttpServer;
  private readonly sockets = new Set<Socket>();

  /**
   * @param inject hands an HTTP/2 connection to the gRPC server
   * @param listener answers HTTP/1.1 requests
   */
  constructor(
    private readonly inject: (socket: Duplex) => void,
    listener: RequestListener,
    tls: TlsFiles | null,
  ) {
    this.http = createHttpServer({ requestTimeout: 30_000 }, listener);
    if (tls) {
      const options = {
        cert: readFileSync(tls.cert),
        key: readFileSync(tls.key),
        ALPNProtocols: ['h2', 'http/1.1'],
        minVersion: 'TLSv1.2' as const,
      };
      this.server = createTlsServer(options, (socket: TLSSocket) => {
        this.keep(socket);
        if (socket.alpnProtocol === 'h2') this.inject(socket);
        else this.http.emit('connection', socket);
      });
      this.server.on('tlsClientError', () => undefined);
    } else this.server = createNetServer({ noDelay: true }, (socket) => this.recognise(socket));
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.setNoDelay(true);
    // A broken connection is the business of the calls on it; here it must only not end the process.
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private recognise(socket: Socket): void {
    this.keep(socket);
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null;
      if (first === null) {
        socket.destroy();
        return;
      }
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      socket.unshift(first);
      const length = Math.min(first.length, HTTP2_PREFACE.length);
      if (first.compare(HTTP2_PREFACE, 0, length, 0, length) === 0) this.inject(socket);
      else this.http.emit('connection', socket);
    });
  }

  /** Starts listening; returns the port (of interest when 0 was asked for). */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.removeListener('error', reject);
        resolve();
      });
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Takes no new connections. */
  stopListening(): void {
    this.server.close();
    this.http.close();
  }

  /** Cuts every connection that is still there. */
  destroy(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
