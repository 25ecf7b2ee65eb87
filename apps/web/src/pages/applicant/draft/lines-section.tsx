import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../../api/client';
import { say } from '../../../shared/language';
import { LawRef } from '../../../shared/law-ref';
import { EVIDENCE_WORDS } from '../../../words';
import type { DraftLine } from './draft-types';
import type { SectionProps } from './section-props';

interface LineList {
  readonly article: string;
  readonly evidence: string;
  readonly lines: readonly { readonly code: string; readonly name: string }[];
}
const MOST_SHOWN = 8;

/** Without accents and case: «trong lua» finds «Trồng lúa». */
const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

/** Business lines by words or code; the first chosen is the main one until another is. */
export function LinesSection({ form, change, wrong }: SectionProps) {
  const [sought, setSought] = useState('');
  const list = useQuery({
    queryKey: ['business-lines'],
    queryFn: () => get<LineList>('/api/business-lines'),
    staleTime: Infinity,
  });
  const chosen = form.businessLines ?? [];
  const words = searchable(sought).split(/\s+/).filter(Boolean);
  const matches =
    words.length === 0
      ? []
      : (list.data?.lines ?? []).filter(
          ({ code, name }) =>
            !chosen.some((line) => line.code === code) &&
            words.every((word) => code.startsWith(word) || searchable(name).includes(word)),
        );
  const unlisted =
    /^\d{4}$/.test(sought.trim()) && matches.length === 0 && !chosen.some(({ code }) => code === sought.trim());
  const set = (businessLines: readonly DraftLine[]): void =>
    change({
      businessLines: businessLines.some(({ main }) => main)
        ? businessLines
        : businessLines.map((line, at) => ({ ...line, main: at === 0 })),
    });
  const add = (code: string): void => {
    set([...chosen, { code, main: false }]);
    setSought('');
  };
  const nameOf = (code: string): string =>
    list.data?.lines.find((line) => line.code === code)?.name ?? say('ngành chưa có trong danh mục', 'not in the list');
  return (
    <>
      <div className="field">
        <label htmlFor="businessLines">
          {say('Tìm ngành theo tên hoặc mã cấp 4', 'Find a line by words or level-4 code')}
        </label>
        <span className="hint" id="businessLines-hint">
          {say('Ví dụ: trồng lúa, 0161', 'For example: trồng lúa, 0161')}
        </span>
        {wrong('businessLines') && (
          <span className="wrong">
            <span aria-hidden="true">▲ </span>
            {wrong('businessLines')}
          </span>
        )}
        <input
          id="businessLines"
          type="search"
          autoComplete="off"
          aria-describedby="businessLines-hint"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || sought === '') return;
            event.preventDefault();
            if (matches[0]) add(matches[0].code);
          }}
        />
      </div>
      <ul className="found" aria-label={say('Ngành tìm thấy', 'Lines found')}>
        {matches.slice(0, MOST_SHOWN).map(({ code, name }) => (
          <li key={code}>
            <button type="button" onClick={() => add(code)}>
              <span className="code">{code}</span> {name}
            </button>
          </li>
        ))}
        {unlisted && (
          <li>
            <button type="button" onClick={() => add(sought.trim())}>
              {say(
                `Ghi mã ${sought.trim()} dù chưa có trong danh mục`,
                `Enter ${sought.trim()} although it is not in the list`,
              )}
            </button>
          </li>
        )}
      </ul>
      <p className="muted" role="status">
        {words.length > 0 && say(`Tìm thấy ${matches.length} ngành.`, `${matches.length} lines found.`)}
      </p>
      {chosen.length > 0 && (
        <fieldset>
          <legend>{say('Ngành đã chọn; đánh dấu ngành chính', 'Lines chosen; mark the main one')}</legend>
          {chosen.map((line) => (
            <div className="panel" key={line.code}>
              <label className="choice">
                <input
                  type="radio"
                  name="main-line"
                  checked={line.main}
                  onChange={() => set(chosen.map((one) => ({ ...one, main: one.code === line.code })))}
                />
                <span>
                  <span className="code">{line.code}</span> {nameOf(line.code)}
                  {line.main && <strong> · {say('ngành chính', 'main line')}</strong>}
                </span>
              </label>
              <label htmlFor={`detail-${line.code}`}>
                {say('Chi tiết', 'Detail')} <span className="muted">{say('(không bắt buộc)', '(optional)')}</span>
              </label>
              <input
                id={`detail-${line.code}`}
                value={line.detail ?? ''}
                autoComplete="off"
                onChange={(event) =>
                  set(chosen.map((one) => (one.code === line.code ? { ...one, detail: event.target.value } : one)))
                }
              />
              <button
                type="button"
                className="grave"
                onClick={() => set(chosen.filter(({ code }) => code !== line.code))}
                aria-label={say(`Bỏ ngành ${line.code}`, `Remove line ${line.code}`)}
              >
                {say('Bỏ', 'Remove')}
              </button>
            </div>
          ))}
        </fieldset>
      )}
      {list.data && (
        <p className="muted">
          <LawRef article={list.data.article} /> · {EVIDENCE_WORDS[list.data.evidence]}.{' '}
          {say(
            'Ngành, nghề có điều kiện ghi theo luật chuyên ngành ở ô Chi tiết.',
            'Conditional lines are worded in Detail as their own law says.',
          )}
        </p>
      )}
    </>
  );
}
