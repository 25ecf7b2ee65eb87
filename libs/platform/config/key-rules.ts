import { IsInt, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';

const all =
  (...rules: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorate of rules) decorate(target, property);
  };

/** A TCP port. */
export const IsPortNumber = (): PropertyDecorator => all(IsInt(), Min(1), Max(65_535));
/** Text that is not empty. */
export const IsText = (): PropertyDecorator => all(IsString(), MinLength(1));
/** An http or https address. */
export const IsUrl = (): PropertyDecorator =>
  Matches(/^(https?):\/\/[^\s]+$/, { message: 'must be an http:// or https:// address' });
/** The same, or nothing. */
export const IsOptionalUrl = (): PropertyDecorator => all(IsOptional(), IsUrl());
