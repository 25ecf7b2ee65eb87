import type { Position } from '@hoptac/kernel';

/** One position that is still owed. */
export interface Ticket {
  done: boolean;
}

/** The highest position below which nothing is owed any more: what may be kept as checkpoint while deliveries end in any order. */
export class Watermark {
  private readonly line: { readonly position: Position; readonly ticket: Ticket }[] = [];
  private reached: Position | undefined;
  private head = 0;

  constructor(from: Position | undefined) {
    this.reached = from;
  }

  /** Undefined before anything was passed. */
  get position(): Position | undefined {
    return this.reached;
  }

  /** Positions still owed. */
  get owed(): number {
    return this.line.slice(this.head).filter(({ ticket }) => !ticket.done).length;
  }

  /** A position that nothing is owed for. Positions come in rising order. */
  pass(position: Position): void {
    this.line.push({ position, ticket: { done: true } });
    this.advance();
  }

  /** A position that is owed until its ticket is settled. */
  hold(position: Position): Ticket {
    const ticket: Ticket = { done: false };
    this.line.push({ position, ticket });
    return ticket;
  }

  settle(tickets: Iterable<Ticket>): void {
    for (const ticket of tickets) ticket.done = true;
    this.advance();
  }

  private advance(): void {
    for (let next = this.line[this.head]; next?.ticket.done; next = this.line[this.head]) {
      this.reached = next.position;
      this.head += 1;
    }
    // The settled part is cut off now and then, so that settling stays cheap under a long backlog.
    if (this.head > 1_000 || this.head === this.line.length) {
      this.line.splice(0, this.head);
      this.head = 0;
    }
  }
}
