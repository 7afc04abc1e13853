import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDivisionCode, type DivisionCode } from '#libs/kernel';
import type { SeedFaults } from '../csv/seed-faults.js';
import type { SeedFolder } from '../csv/table.js';
import { familyKinds, type CityProfile, type LocalizedName } from '../types.js';

/** What both province.json and city.json say. */
export interface FolderProfile {
  readonly division: DivisionCode;
  readonly name: LocalizedName;
  readonly personaPrefix: string;
  readonly syntheticDivision: string;
}

/** Reads the JSON file of a folder. Its faults are reported at line 1, with the path of the value as the column. */
export class Profile {
  private constructor(
    private readonly file: string,
    private readonly value: unknown,
    private readonly faults: SeedFaults,
  ) {}

  static read(folder: SeedFolder, name: string, faults: SeedFaults): Profile {
    const file = `${folder.name}/${name}`;
    try {
      return new Profile(file, JSON.parse(readFileSync(join(folder.directory, name), 'utf8')), faults);
    } catch (error) {
      faults.add({ file, line: 1, column: '', reason: error instanceof Error ? error.message : String(error) });
      return new Profile(file, {}, faults);
    }
  }

  folder(): FolderProfile {
    const en = (language: string) => this.text(['name', language], /./);
    return {
      division: this.text(['division'], /^\d\d(\d\d|00)00$/) as DivisionCode,
      name: { zhHans: en('zhHans'), zhHant: en('zhHant'), en: en('en') },
      personaPrefix: this.text(['personaPrefix'], /^[a-z]{2,4}$/),
      syntheticDivision: this.text(['syntheticDivision'], /^43\d\d99$/),
    };
  }

  /** The part of city.json that a province has not. */
  population(): CityProfile['population'] {
    return {
      households: this.count(['population', 'households']),
      enterprises: this.count(['population', 'enterprises']),
      formerResidents: this.formerResidents(),
      characters: this.characters(),
    };
  }

  private formerResidents(): Readonly<Record<string, number>> {
    const shares = this.at(['population', 'formerResidents']);
    if (typeof shares !== 'object' || shares === null) return {};
    const path = (city: string) => ['population', 'formerResidents', city];
    return Object.fromEntries(Object.keys(shares).map((city) => [this.city(city, path(city)), this.count(path(city))]));
  }

  private characters(): CityProfile['population']['characters'] {
    const list = this.at(['population', 'characters']);
    if (!Array.isArray(list)) return [];
    return list.map((_, index) => {
      const path = ['population', 'characters', String(index)];
      const family = this.text([...path, 'family'], new RegExp(`^(${familyKinds.join('|')})$`));
      const former = this.at([...path, 'formerCity']);
      return {
        family: familyKinds.find((kind) => kind === family) ?? 'single',
        formerCity:
          former === undefined
            ? undefined
            : this.city(JSON.stringify(former).replaceAll('"', ''), [...path, 'formerCity']),
      };
    });
  }

  private city(code: string, path: readonly string[]): string {
    try {
      return parseDivisionCode(code);
    } catch {
      this.fault(path, `${code} is no division code`);
      return code;
    }
  }

  private text(path: readonly string[], shape: RegExp): string {
    const value = this.at(path);
    if (typeof value === 'string' && shape.test(value)) return value;
    this.fault(path, `${JSON.stringify(value)} does not look like ${shape.source}`);
    return '';
  }

  private count(path: readonly string[]): number {
    const value = this.at(path);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000) return value;
    this.fault(path, `${JSON.stringify(value)} is not a whole number`);
    return 0;
  }

  private at(path: readonly string[]): unknown {
    return path.reduce<unknown>(
      (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
      this.value,
    );
  }

  private fault(path: readonly string[], reason: string): void {
    this.faults.add({ file: this.file, line: 1, column: path.join('.'), reason });
  }
}
