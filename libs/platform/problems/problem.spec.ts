import { brokenRule, forbidden, invalidInput, notAllowedNow, notFound, DomainError } from '@hoptac/kernel';
import { NotFoundException } from '@nestjs/common';
import { IsInt, IsString, MinLength, ValidateNested, validateSync } from 'class-validator';
import { classify } from './classify';
import { addMessages, allMessages, languageOf, messageFor } from './messages';
import './platform.messages';
import { problemDocument } from './problem.filter';
import { StatusRefusal } from './status-refusal';
import { InputInvalid, wrongFields } from './validation';

const named = (name: string, more: object = {}): Error => Object.assign(new Error(name), { name }, more);

describe('classify', () => {
  it.each([
    [invalidInput('X.A', 'a'), 400],
    [brokenRule('X.A', 'a'), 422],
    [notAllowedNow('X.A', 'a'), 409],
    [notFound('X.A', 'a'), 404],
    [forbidden('X.A', 'a'), 403],
    [new DomainError('stale', 'X.A', 'a'), 412],
  ])('gives %s its status', (error, status) => {
    expect(classify(error)).toMatchObject({ status, code: 'X.A' });
  });

  it.each([
    [named('RevisionConflict'), 'PLATFORM.BUSY', 1],
    [named('StoreUnavailable'), 'PLATFORM.STORE_UNAVAILABLE', 5],
    [named('ReadModelNotReady'), 'PLATFORM.UNAVAILABLE', 5],
    [named('Error', { code: 'ECONNREFUSED' }), 'PLATFORM.UNAVAILABLE', 5],
    [named('error', { code: '57P01' }), 'PLATFORM.UNAVAILABLE', 5],
    [new Error('Connection terminated unexpectedly'), 'PLATFORM.UNAVAILABLE', 5],
    [new Error('outer', { cause: named('Error', { code: 14 }) }), 'PLATFORM.UNAVAILABLE', 5],
    [new AggregateError([named('Error', { code: 'ECONNREFUSED' })]), 'PLATFORM.UNAVAILABLE', 5],
  ])('asks for patience on %s', (error, code, retryAfter) => {
    expect(classify(error)).toEqual({ status: 503, code, retryAfter });
  });

  it.each([
    new Error('boom'),
    'text',
    undefined,
    named('error', { code: '23505' }),
    named('Error', { statusCode: 500 }),
  ])('keeps %p to itself', (error) => {
    expect(classify(error)).toEqual({ status: 500, code: 'PLATFORM.UNEXPECTED', unexpected: true });
  });

  it('tells an unknown route from an unknown thing', () => {
    expect(classify(new NotFoundException('Cannot GET /x')).code).toBe('PLATFORM.ROUTE_UNKNOWN');
    expect(classify(new NotFoundException('gone')).code).toBe('PLATFORM.NOT_FOUND');
  });

  it('keeps the code of a refusal of the edge', () => {
    expect(classify(new StatusRefusal(429, 'X.SLOW', 'slow', 9))).toMatchObject({
      status: 429,
      code: 'X.SLOW',
      retryAfter: 9,
    });
  });

  it("reads the server's own refusals", () => {
    expect(classify(named('FastifyError', { statusCode: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' }))).toMatchObject({
      status: 413,
      code: 'PLATFORM.BODY_TOO_LARGE',
    });
    expect(classify(named('FastifyError', { statusCode: 415, code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }))).toMatchObject({
      status: 415,
    });
  });
});

describe('problem documents', () => {
  it("speak the reader's language with the details filled in", () => {
    addMessages({ 'TEST.LATE': { vi: 'Quá hạn {days} ngày.', en: '{days} days late.' } });
    const refused = classify(brokenRule('TEST.LATE', 'late', { days: 3 }, ['L23 Art. 42.4']));
    expect(problemDocument(refused, 'vi', 't1')).toEqual({
      type: 'urn:hoptac:problem:TEST.LATE',
      title: 'Trái với quy định',
      status: 422,
      detail: 'Quá hạn 3 ngày.',
      code: 'TEST.LATE',
      legalBasis: ['L23 Art. 42.4'],
      traceId: 't1',
      details: { days: 3 },
    });
    expect(problemDocument(refused, 'en', 't1').detail).toBe('3 days late.');
  });

  it('point at each wrong field, however deep', () => {
    class Member {
      @IsInt() contribution!: number;
    }
    class Body {
      @IsString() @MinLength(3) 'own/name'!: string;
      @ValidateNested({ each: true }) members!: Member[];
    }
    const body = Object.assign(new Body(), {
      members: [Object.assign(new Member(), { contribution: 1 }), Object.assign(new Member(), { contribution: '5' })],
    });
    const problem = problemDocument(classify(new InputInvalid(wrongFields(validateSync(body)))), 'vi', 't');
    expect(problem).toMatchObject({ status: 400, code: 'PLATFORM.INPUT_INVALID' });
    expect(problem.errors).toEqual([
      // Not filled: said once, whatever else it would have to be.
      { pointer: '/own~1name', code: 'PLATFORM.FIELD.IS_DEFINED', detail: 'Xin điền mục này.' },
      { pointer: '/members/1/contribution', code: 'PLATFORM.FIELD.IS_INT', detail: 'Mục này phải là số nguyên.' },
    ]);
  });

  it("say nothing of an unexpected error's inside", () => {
    expect(JSON.stringify(problemDocument(classify(new Error('password=hunter2')), 'en', 't'))).not.toContain(
      'hunter2',
    );
  });
});

describe('messages', () => {
  it('refuse a second text for a code', () => {
    addMessages({ 'TEST.ONE': { vi: 'a', en: 'b' } });
    expect(() => {
      addMessages({ 'TEST.ONE': { vi: 'c', en: 'b' } });
    }).toThrow('TEST.ONE');
  });

  it('leave a placeholder without a value as it is', () => {
    addMessages({ 'TEST.GAP': { vi: '{a} {b}', en: '{a} {b}' } });
    expect(messageFor('TEST.GAP', 'vi', { a: ['x', 'y'] })).toBe('x, y {b}');
  });

  it('are there in both languages', () => {
    for (const [code, { vi, en }] of allMessages())
      expect([code, vi.length > 0, en.length > 0]).toEqual([code, true, true]);
  });

  it.each([
    [undefined, 'vi'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en;q=0.2,vi;q=0.3', 'vi'],
    ['fr', 'vi'],
    ['en;q=0', 'vi'],
    [';;,,=', 'vi'],
  ])('choose the language of %p', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
