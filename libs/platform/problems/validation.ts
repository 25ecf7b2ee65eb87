import { BadRequestException, ValidationPipe } from '@nestjs/common';
import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';

export interface WrongField {
  readonly pointer: string;
  /** Name of the class-validator rule, e.g. `isInt`. */
  readonly constraint: string;
  readonly english: string;
}

/** The DTO's fields are wrong; becomes 400 with a list of pointers. */
export class InputInvalid extends BadRequestException {
  constructor(readonly fields: readonly WrongField[]) {
    super('Input invalid');
  }
}

const escapePointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** A field that is not filled breaks every rule that it has; the one thing to say is that it is to be filled. */
const NOT_FILLED = { constraint: 'isDefined', english: 'Please fill in this field.' } as const;

/** Flattens class-validator's tree into one entry per broken rule, and one alone for a field that was not filled. */
export function wrongFields(errors: readonly classValidator.ValidationError[], parent = ''): WrongField[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    const broken = Object.entries(error.constraints ?? {});
    const missing = broken.length > 0 && (error.value === undefined || error.value === null);
    const own =
      missing && !broken.some(([constraint]) => constraint === 'whitelistValidation')
        ? [{ pointer, ...NOT_FILLED }]
        : broken.map(([constraint, english]) => ({ pointer, constraint, english }));
    return [...own, ...wrongFields(error.children ?? [], pointer)];
  });
}

/**
 * Validates every DTO of the API: unknown fields are refused by name, types are made from the DTO's own declarations only
 * (numbers as text stay text and are refused), and every wrong field is named at once.
 */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    // Given, not left to the pipe, which would load them while the first request waits.
    validatorPackage: classValidator,
    transformerPackage: classTransformer,
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new InputInvalid(wrongFields(errors)),
  });
}

/** Vietnamese for the rules that DTOs use; others fall back on the general sentence. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  whitelistValidation: 'Mục này không có trong biểu mẫu.',
  isDefined: 'Xin điền mục này.',
  isNotEmpty: 'Xin điền mục này.',
  isString: 'Mục này phải là chữ.',
  isInt: 'Mục này phải là số nguyên.',
  isNumber: 'Mục này phải là số.',
  isBoolean: 'Mục này phải là có hoặc không.',
  isArray: 'Mục này phải là danh sách.',
  isObject: 'Mục này phải là một nhóm dữ liệu.',
  nestedValidation: 'Mục này phải là một nhóm dữ liệu.',
  isEmail: 'Địa chỉ thư điện tử chưa đúng.',
  isUuid: 'Mã định danh chưa đúng dạng.',
  isIn: 'Giá trị này không nằm trong các lựa chọn.',
  isEnum: 'Giá trị này không nằm trong các lựa chọn.',
  matches: 'Mục này chưa đúng dạng.',
  min: 'Số này nhỏ hơn mức cho phép.',
  max: 'Số này lớn hơn mức cho phép.',
  minLength: 'Mục này quá ngắn.',
  maxLength: 'Mục này quá dài.',
  isLength: 'Độ dài của mục này chưa đúng.',
  arrayMinSize: 'Danh sách có quá ít mục.',
  arrayMaxSize: 'Danh sách có quá nhiều mục.',
  isLocalDate: 'Ngày này không có trong lịch (dạng NĂM-THÁNG-NGÀY).',
  isSafeText: 'Mục này có ký tự không được nhận.',
};

/** The sentence of one wrong field. */
export function fieldSentence(field: WrongField, language: 'vi' | 'en'): string {
  return language === 'en' ? field.english : (VIETNAMESE[field.constraint] ?? 'Mục này chưa đúng.');
}
