import { ValidateBy } from 'class-validator';

/** Refuses text without a letter, digit or sign in it: code `NOT_BLANK`. */
export const NotBlank = (): PropertyDecorator =>
  ValidateBy({
    name: 'notBlank',
    validator: { validate: (value) => typeof value === 'string' && /\S/.test(value) },
  });
