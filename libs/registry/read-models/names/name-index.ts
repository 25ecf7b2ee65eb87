import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { compareNames, nameKeys } from '@hoptac/rulebook';
import { comparisonForm, ownNameOf } from '../../domain';
import { namesProjection } from './names.projection';

const MOST = 10;
/** The index finds candidates, the rulebook's comparison decides among them. */
const MOST_CANDIDATES = 200;

/** Readers' side of `registry.names`. */
@Injectable()
export class NameIndex {
  constructor(private readonly readModels: ReadModels) {}

  /** Registered names that people would confuse with this one, the same name left out; and how many there are in all. */
  async compare(
    ownName: string,
    exceptId = '',
  ): Promise<{ readonly confusing: readonly string[]; readonly compared: number }> {
    const db = await this.readModels.of(namesProjection);
    const { form, sound, letters, withoutNumber, withoutNewWord, withoutRegion } = nameKeys(ownName);
    const without = [...withoutNumber, ...withoutNewWord, ...withoutRegion];
    const { rows } = await sql<{ name: string }>`select name from names
      where (sound = ${sound} or letters = ${letters} or sound = any(${without}::text[]) or without_addition @> array[${sound}::text])
        and form <> ${form} and organisation_id <> ${exceptId}
      order by name limit ${MOST_CANDIDATES}`.execute(db);
    const confusing = rows
      .map(({ name }) => name)
      .filter((name) => compareNames(ownName, ownNameOf(name)).outcome === 'confusing');
    const { count } = await db
      .selectFrom('names')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return { confusing: confusing.slice(0, MOST), compared: count };
  }

  /** Id of a registered organisation that bears exactly this own name. */
  async bearerOf(ownName: string): Promise<string | undefined> {
    const db = await this.readModels.of(namesProjection);
    const row = await db
      .selectFrom('names')
      .select('organisation_id')
      .where('form', '=', comparisonForm(ownName))
      .limit(1)
      .executeTakeFirst();
    return row?.organisation_id;
  }
}
