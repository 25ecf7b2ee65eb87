import { loadRulebook } from './rulebook';
import { remediesAgainst, termTextVi } from './remedies';

const rulebook = loadRulebook();
const GROUNDS = ['violationNotice', 'dissolving', 'notAtAddress', 'authorityBlock', 'conditionsNotMet'] as const;

it.each(GROUNDS)('%s: what may be done, each with article and mark, under every regime that refuses', (ground) => {
  for (const regime of ['R2', 'R3', 'R4'] as const) {
    const remedies = remediesAgainst(rulebook, ground, regime);
    expect(remedies.map(({ remedy }) => remedy).filter((remedy) => remedy !== 'lift')).toEqual([
      'newFiling',
      'complaint',
      'lawsuit',
    ]);
    for (const { article, evidence } of remedies) {
      expect(article).toMatch(/^[A-Z]+\d+ Art\. \d/);
      expect(['verified', 'secondary', 'to_confirm']).toContain(evidence);
    }
  }
});

it('says first how the ground itself ends, by the article of the dossier’s regime', () => {
  const [first] = remediesAgainst(rulebook, 'authorityBlock', 'R4');
  expect(first).toMatchObject({ remedy: 'lift', textVi: 'Cơ quan đó đồng ý bằng văn bản', article: 'D295 Art. 32.3' });
  expect(remediesAgainst(rulebook, 'authorityBlock', 'R3')[0]).toMatchObject({ article: 'D92 Art. 33' });
  expect(remediesAgainst(rulebook, 'conditionsNotMet', 'R4')[0]?.remedy).toBe('newFiling');
});

it('says within which time', () => {
  const terms = remediesAgainst(rulebook, 'conditionsNotMet', 'R4').map(({ within }) => within && termTextVi(within));
  expect(terms).toEqual([undefined, '90 ngày', '01 năm']);
});
