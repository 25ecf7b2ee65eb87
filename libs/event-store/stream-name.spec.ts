import { parseStreamName, streamName } from './stream-name';

describe('streamName', () => {
  it('joins category and id, and takes them apart at the first hyphen', () => {
    const name = streamName('registrationDossier', '0192-ab');
    expect(name).toBe('registrationDossier-0192-ab');
    expect(parseStreamName(name)).toEqual({ category: 'registrationDossier', id: '0192-ab' });
    expect(parseStreamName('$ce-dossier')).toBeUndefined();
  });

  it.each(['', ' x', 'a b', '$x', '../x', 'x\n', 'é', 'x'.repeat(201)])('refuses the id %j', (id) => {
    expect(() => streamName('dossier', id)).toThrow(
      expect.objectContaining({ code: 'EVENT_STORE.STREAM_ID_INVALID' }) as Error,
    );
  });

  it.each(['', 'two-words', 'Dossier', '$x'])('refuses the category %j', (category) => {
    expect(() => streamName(category, '1')).toThrow(RangeError);
  });
});
