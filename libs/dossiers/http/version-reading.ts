import { wrongFields, type WrongField } from '@hoptac/platform';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { DeclaredVersion } from '../application/declaration';
import { VersionDto } from './declaration.dto';
import { plain } from './plain';

/** What stands in a version of a dossier, or which fields keep it from being one. */
export type VersionReading =
  { readonly version: DeclaredVersion; readonly wrong: readonly [] } | { readonly wrong: readonly WrongField[] };

/** Reads a version by the very rules that the body of a filing must keep. */
export function readVersion(body: Record<string, unknown>): VersionReading {
  const dto = plainToInstance(VersionDto, body, { enableImplicitConversion: false, exposeUnsetFields: false });
  const wrong = wrongFields(validateSync(dto, { whitelist: true, forbidUnknownValues: true }));
  return wrong.length > 0 ? { wrong } : { version: plain(dto), wrong: [] };
}
