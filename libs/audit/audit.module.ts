import { Module, type DynamicModule } from '@nestjs/common';
import { InspectionRights } from './application/inspection-rights';
import { States } from './application/states';
import { Timeline } from './application/timeline';
import { AuditController } from './http/audit.controller';
import './messages';

/** The inspector's routes; needs the global event store, chronicle, vault, roles, areas and clock. */
@Module({})
export class AuditModule {
  /** `contexts`: modules that export the stores of organisations and dossiers, so that their remembered states are shared. */
  static forHttp(contexts: DynamicModule[]): DynamicModule {
    return {
      module: AuditModule,
      imports: contexts,
      controllers: [AuditController],
      providers: [InspectionRights, States, Timeline],
    };
  }
}
