import type { LocalDate } from '@hoptac/kernel';
import { supportFundLaw } from '@hoptac/rulebook';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { policyBoundsOn, readableLaw } from '../../application/fund/fund-law';
import {
  BOUNDED_PARAMETERS,
  capitalOn,
  membersOn,
  policyOn,
  type BoundedParameter,
  type CapitalEntry,
  type FoundedFund,
  type FundPolicy,
  type PendingChange,
} from '../../domain';

/** Parameters without a bound that anybody has read; the decree leaves them to the fund (D45 Art. 31). */
const UNBOUND = { article: 'D45 Art. 31', evidence: 'to_confirm' } as const;

export class PolicyParameterView {
  @ApiProperty({ example: 'ownCapitalMinimumShare' }) readonly parameter!: string;
  @ApiProperty({ description: 'As the fund set it.' }) readonly value!: unknown;
  @ApiPropertyOptional({ description: 'What the law allows.' }) readonly bound?: number;
  @ApiPropertyOptional({ enum: ['atLeast', 'atMost'] }) readonly boundKind?: string;
  @ApiProperty({ example: 'D45 Art. 22' }) readonly article!: string;
  @ApiProperty({ enum: ['verified', 'secondary', 'to_confirm'] }) readonly evidence!: string;
}

export class PolicyView {
  @ApiProperty() readonly policyVersion!: string;
  @ApiProperty() readonly from!: LocalDate;
  @ApiProperty({ type: Object }) readonly policy!: FundPolicy;
  @ApiProperty({ type: [PolicyParameterView] }) readonly parameters!: readonly PolicyParameterView[];
}

export class CapitalView {
  @ApiProperty({ description: 'Đồng.' }) readonly charterCapital!: number;
  @ApiProperty({ description: 'Đồng; below zero: a loss not covered.' }) readonly accumulatedResult!: number;
  @ApiProperty({ description: 'Vốn điều lệ thực có, đồng (D45 Art. 2.3).' }) readonly actualCharterCapital!: number;
  @ApiPropertyOptional({ description: 'Least charter capital of the law of the day, đồng (D45 Art. 37).' })
  readonly legalMinimum?: number;
  @ApiPropertyOptional() readonly belowLegalMinimum?: boolean;
}

/** A fund as anybody who may apply reads it. */
export class FundView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly revision!: number;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: ['provincial', 'central'] }) readonly level!: string;
  @ApiProperty({ enum: ['company', 'cooperative'] }) readonly model!: string;
  @ApiProperty() readonly officeId!: string;
  @ApiProperty() readonly areaCode!: string;
  @ApiProperty() readonly foundedOn!: LocalDate;
  @ApiProperty({ type: CapitalView }) readonly capital!: CapitalView;
  @ApiPropertyOptional({ type: PolicyView }) readonly policy?: PolicyView;
}

/** A fund's books of itself, for its staff: everything that was ever confirmed and what waits for its second person. */
export class FundBooksView {
  @ApiProperty({ type: [Object] }) readonly capital!: readonly CapitalEntry[];
  @ApiProperty({ type: [Object] }) readonly policies!: FoundedFund['policies'];
  @ApiProperty({ type: [Object] }) readonly pending!: readonly PendingChange[];
  @ApiProperty({ type: Object }) readonly bodies!: Readonly<Record<'council' | 'board', ReturnType<typeof membersOn>>>;
}

export class FundListAnswer {
  @ApiProperty({ type: [FundView] }) readonly items!: readonly FundView[];
}

/** @param knownAt as it was known at this instant; now when absent. */
export function fundView(fund: FoundedFund, revision: number, on: LocalDate, knownAt?: `${string}Z`): FundView {
  const capital = capitalOn(fund, on, knownAt);
  const legalMinimum = readableLaw(() => supportFundLaw('charterCapital.minimum', on).value);
  const inForce = policyOn(fund, on);
  const { fundId: id, name, level, model, officeId, areaCode, foundedOn } = fund;
  return {
    ...{ id, revision, name, level, model, officeId, areaCode, foundedOn },
    capital: {
      ...capital,
      ...(legalMinimum === undefined ? {} : { legalMinimum, belowLegalMinimum: capital.charterCapital < legalMinimum }),
    },
    ...(inForce === undefined
      ? {}
      : {
          policy: {
            policyVersion: inForce.policyVersion,
            from: inForce.from,
            policy: inForce.policy,
            parameters: parametersOf(inForce.policy, on),
          },
        }),
  };
}

/** Every parameter with the law's bound, its article and how sure the house is of it. */
function parametersOf(policy: FundPolicy, on: LocalDate): readonly PolicyParameterView[] {
  const bounds = readableLaw(() => policyBoundsOn(on));
  return Object.entries(policy).map(([parameter, value]) => {
    if (bounds === undefined || !isBounded(parameter)) return { parameter, value: value as unknown, ...UNBOUND };
    const { value: bound, kind: boundKind, article, evidence } = bounds[parameter];
    return { parameter, value: value as unknown, bound, boundKind, article, evidence };
  });
}

const isBounded = (parameter: string): parameter is BoundedParameter =>
  (BOUNDED_PARAMETERS as readonly string[]).includes(parameter);

export const booksView = (fund: FoundedFund, on: LocalDate): FundBooksView => ({
  capital: fund.capital,
  policies: fund.policies,
  pending: fund.pending,
  bodies: { council: membersOn(fund, 'council', on), board: membersOn(fund, 'board', on) },
});
