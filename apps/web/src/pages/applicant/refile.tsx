import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../api/client';
import type { CaseView } from '../../api/types';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { amountText } from '../amount';
import type { DraftForm, SavedAnswer } from './draft/draft-types';

/** A new draft filled with what was declared in a dossier that ended; papers are brought anew. */
function formOf({ application }: CaseView): DraftForm {
  const { kind, ownName, foreignName, abbreviation, headOffice, businessLines, charterCapital, governance } =
    application;
  return {
    kind: kind as NonNullable<DraftForm['kind']>,
    ownName,
    ...(foreignName ? { foreignName } : {}),
    ...(abbreviation ? { abbreviation } : {}),
    areaCode: headOffice.areaCode,
    line: headOffice.line,
    ...(headOffice.phone ? { phone: headOffice.phone } : {}),
    ...(headOffice.email ? { email: headOffice.email } : {}),
    businessLines: businessLines.map(({ code, main, detail }) => ({ code, main, ...(detail ? { detail } : {}) })),
    charterCapital: amountText(charterCapital),
    governance,
    members: application.members.map(({ personId, person, memberKind, contribution, organisationCode }) => ({
      key: personId.slice(0, 36),
      ...(person?.fullName ? { fullName: person.fullName } : {}),
      ...(person?.identityNumber ? { identityNumber: person.identityNumber } : {}),
      ...(person?.dateOfBirth ? { dateOfBirth: person.dateOfBirth } : {}),
      ...(person?.nationality ? { nationality: person.nationality } : {}),
      memberKind: memberKind as 'official',
      contribution: amountText(contribution),
      ...(organisationCode ? { organisationCode } : {}),
    })),
    representative: application.legalRepresentativeId.slice(0, 36),
  };
}

/** Begins a new dossier from one that came to nothing. */
export function RefileButton({ dossier }: { dossier: CaseView }) {
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<unknown>();
  const begin = async (): Promise<void> => {
    try {
      const { id } = await post<SavedAnswer>('/api/drafts', { form: formOf(dossier) }, { key });
      await navigate({ to: '/ho-so-cua-toi/$id/khai', params: { id } });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      {problem !== undefined && <ProblemAlert error={problem} />}
      <p>
        <button className="main" onClick={() => void begin()}>
          {say('Nộp hồ sơ mới từ nội dung này', 'File anew from this')}
        </button>
      </p>
    </>
  );
}
