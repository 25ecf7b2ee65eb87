import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { PersonVault } from './person-vault';

/** Ends at the program's start what an erasure began: the fact is recorded, the key still there because the program was killed in between. */
@Injectable()
export class ErasureKeeper implements OnApplicationBootstrap {
  private readonly logger = new Logger(ErasureKeeper.name);

  constructor(private readonly vault: PersonVault) {}

  /** Beside the program's work, not before it; a failure is told and the next start tries again. */
  onApplicationBootstrap(): void {
    void this.vault.enforceErasures().then(
      (count) => {
        this.logger.log(`Keys of ${String(count)} erased persons are destroyed`);
      },
      (error: unknown) => {
        this.logger.error(`Erasures could not be enforced: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
  }
}
