import { Injectable } from '@nestjs/common';
import type { DivisionCode } from '#libs/kernel';
import { type Authority, loadCity, loadProvince } from '#seeds';
import { RegistryContext } from '../reference/index.js';

/**
 * The authorities (颁发机构) of each node's division and what they may issue, as the province's files say. A division's
 * files are read when its first statement comes: a city that is added later needs no restart.
 */
@Injectable()
export class Authorities {
  private readonly known = new Map<DivisionCode, readonly Authority[]>();

  constructor(private readonly context: RegistryContext) {}

  of(division: DivisionCode): readonly Authority[] {
    const known = this.known.get(division) ?? this.read(division);
    this.known.set(division, known);
    return known;
  }

  private read(division: DivisionCode): readonly Authority[] {
    const { seedsDir } = this.context;
    const isProvince = division.endsWith('0000');
    return isProvince ? loadProvince(seedsDir).authorities : loadCity(seedsDir, division).authorities;
  }
}
