import { InputInvalid, inputValidation } from '@hoptac/platform';
import { foundingApplication } from '@hoptac/demo';
import { plain } from './plain';
import { FileDossierDto } from './steps.dto';

const pipe = inputValidation();
const filing = (change: object = {}): unknown => ({
  channel: 'online',
  application: { ...foundingApplication({ ownName: 'Mẫu' }), ...change },
  documents: [],
});
const pointersOf = async (body: unknown): Promise<string[]> => {
  try {
    await pipe.transform(body, { type: 'body', metatype: FileDossierDto });
    return [];
  } catch (error) {
    if (error instanceof InputInvalid) return error.fields.map(({ pointer }) => pointer);
    throw error;
  }
};

describe('the filing form', () => {
  it('takes a lawful application', async () => {
    expect(await pointersOf(filing())).toEqual([]);
  });

  it.each([
    ['conference', []],
    ['headOffice', []],
    ['members', [{ person: [], memberKind: 'official', contribution: 1 }]],
    ['businessLines', [[]]],
  ])('takes no list where a group of fields is meant: %s', async (field, value) => {
    const pointers = await pointersOf(filing({ [field]: value }));
    expect(pointers.some((pointer) => pointer.startsWith(`/application/${field}`))).toBe(true);
  });

  it('takes null for an optional field as left out', async () => {
    const body = filing({ foreignName: null, abbreviation: null });
    expect(await pointersOf(body)).toEqual([]);
    expect(plain(body as { application: object }).application).not.toHaveProperty('foreignName');
  });
});
