import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, Min, ValidateNested } from 'class-validator';
import { parseDivisionCode, type Language } from '#libs/kernel';
import { describeToCaller } from '../errors/describe-to-caller.js';
import { InputValidationPipe } from './input-validation-pipe.js';
import { ParsedBy } from './parsed-by.js';

class Material {
  @ParsedBy((text, field) => parseDivisionCode(text, field))
  division!: string;

  @IsOptional()
  @Min(3)
  copies?: number;
}

class Filing {
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => Material)
  materials!: Material[];

  @IsOptional()
  @ParsedBy((text, field) => parseDivisionCode(text, field), { each: true })
  cities?: string[];
}

const pipe = new InputValidationPipe();
const check = (value: object, name?: string): Promise<unknown> =>
  pipe.transform(value, { type: 'body', metatype: Filing, data: name });

describe('input', () => {
  it('becomes its class', async () => {
    const filing = await check({ materials: [{ division: '430104' }] });
    expect(filing).toBeInstanceOf(Filing);
    expect((filing as Filing).materials[0]).toBeInstanceOf(Material);
  });

  it('takes null for absent, as GraphQL callers may write it', async () => {
    const filing = (await check({ cities: null, materials: [{ division: '430104', copies: null }] })) as Filing;
    expect(filing).toEqual({ materials: [{ division: '430104' }] });
    expect('copies' in (filing.materials[0] ?? {})).toBe(false);
  });

  it('leaves what is no input alone: the parent object of a field keeps its nulls', async () => {
    const parent = Object.assign(new Material(), { copies: null });
    expect(await pipe.transform(parent, { type: 'custom' })).toEqual({ copies: null });
  });

  it('is refused with the whole path of the first fault', async () => {
    const value = { materials: [{ division: '430104' }, { division: '430104', copies: 1 }] };
    await expect(check(value, 'input')).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'input.materials.1.copies' });
  });

  it('keeps the error of the parser that refused it, in lists too', async () => {
    await expect(check({ materials: [{ division: '4301' }] })).rejects.toMatchObject({ field: 'materials.0.division' });
    await expect(check({ materials: [], cities: ['430100', 'x'] }, 'input')).rejects.toMatchObject({
      field: 'input.cities.1',
    });
    await expect(check({ materials: [{ division: 5 }] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it.each<[Language, string]>([
    ['zh-Hans', '最多 2 项'],
    ['zh-Hant', '最多 2 項'],
    ['en', 'must have at most 2 entries'],
  ])('says the reason in %s', async (language, text) => {
    const many = { materials: ['430104', '430104', '430104'].map((division) => ({ division })) };
    const error: unknown = await check(many).catch((fault: unknown) => fault);
    expect(describeToCaller(error, language, 'r').message).toContain(text);
  });
});
