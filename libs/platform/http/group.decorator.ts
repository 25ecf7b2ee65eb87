import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

type ClassOf = () => new () => object;

/** One group of fields. `@ValidateNested` alone lets a list through in its place, with nothing in it checked. */
export const Group = (classOf: ClassOf): PropertyDecorator =>
  applyDecorators(IsObject(), ValidateNested(), Type(classOf));

/** A list of groups of fields, none of them a list itself. */
export const Groups = (classOf: ClassOf): PropertyDecorator =>
  applyDecorators(IsObject({ each: true }), ValidateNested({ each: true }), Type(classOf));
