import { cursorAfter, type ListPlace } from '../cursor.js';
import { type ConnectionField, type ConnectionPlan } from '../plan/plan.js';
import { pageOf, type CityPage } from './city-page.js';
import { mergeEdges, type MergedEdge } from './merge-edges.js';
import { invalidPart, isNull, nullValue, SplicedPart, type CityPart, type Part, type PlacedError } from './part.js';

/** The pages of several cities as one page. Cities without a part are `unavailableCities`; null when no city gave one. */
export function mergeConnections(plan: ConnectionPlan, parts: readonly CityPart[], { place, first }: PageAsked): Part {
  const opened = parts.map((part) => (isNull(part.value) ? part : (pageOf(plan, part) ?? invalidPart(part))));
  const pages = opened.filter((page): page is CityPage => 'opened' in page);
  const absent = opened.filter((page) => !('opened' in page));
  const lost = absent.flatMap(({ errors }) => errors.map((error) => ({ ...error, path: [] })));
  if (pages.length === 0) return { value: nullValue, errors: lost };
  const merged = new MergedPage(plan, pages, new Set(absent.map(({ city }) => city)), { place, first });
  return new SplicedPart(merged.pieces(), [...lost, ...merged.errors()]);
}

/** Which page the caller wants. */
export interface PageAsked {
  readonly place: ListPlace;
  readonly first: number;
}

interface Cut {
  readonly edges: readonly MergedEdge[];
  readonly more: boolean;
}

class MergedPage {
  private readonly cuts = new Map<string, Cut>();

  constructor(
    private readonly plan: ConnectionPlan,
    private readonly pages: readonly CityPage[],
    private readonly missing: ReadonlySet<string>,
    private readonly asked: PageAsked,
  ) {}

  pieces(): Buffer[] {
    const pieces: Buffer[] = [];
    let before = '{';
    for (const field of this.plan.fields) {
      pieces.push(Buffer.from(`${before}${JSON.stringify(field.key)}:`));
      if (field.kind === 'edges') this.addEdges(field, pieces);
      else pieces.push(Buffer.from(this.member(field)));
      before = ',';
    }
    pieces.push(Buffer.from(pieces.length > 0 ? '}' : '{}'));
    return pieces;
  }

  /** The pages' errors where their rows now stand; those of rows that fell behind this page wait for the next. */
  errors(): PlacedError[] {
    return this.pages.flatMap((page) => page.errors.flatMap((error) => this.placed(page, error)));
  }

  private placed(page: CityPage, error: PlacedError): PlacedError[] {
    const [alias, index, ...rest] = error.path;
    const field = this.plan.fields.find((candidate) => candidate.kind === 'edges' && candidate.alias === alias);
    if (field?.kind !== 'edges' || typeof index !== 'number') return [{ ...error, path: [] }];
    const position = this.cut(field.alias).edges.findIndex((edge) => edge.page === page && edge.index === index);
    return position < 0 ? [] : [{ ...error, path: [field.key, position, ...rest] }];
  }

  private member(field: Exclude<ConnectionField, { kind: 'edges' }>): string {
    switch (field.kind) {
      case 'pageInfo':
        return JSON.stringify(this.pageInfo(field));
      case 'totalCount':
        return String(this.pages.reduce((sum, { opened }) => sum + opened.totalCount, 0));
      case 'unavailableCities':
        return JSON.stringify([...this.missing]);
      case 'typeName':
        return JSON.stringify(this.plan.typeName);
    }
  }

  private addEdges({ alias, cursorKeys }: ConnectionField & { kind: 'edges' }, pieces: Buffer[]): void {
    const late = this.missing.size > 0 || Object.keys(this.asked.place.lag).length > 0;
    let before = firstEdge;
    for (const edge of this.cut(alias).edges) {
      pieces.push(before, late ? edge.rewritten(cursorKeys, this.cursorAfter(edge)) : edge.inside());
      before = nextEdge;
    }
    pieces.push(before === firstEdge ? noEdges : endOfEdges);
  }

  private pageInfo({ fields, typeName }: ConnectionField & { kind: 'pageInfo' }): object {
    const { edges, more } = this.plan.cut ? this.cut(this.plan.cut.alias) : { edges: [], more: false };
    const [first, last] = [edges.at(0), edges.at(-1)];
    const values: Record<string, unknown> = {
      hasNextPage: more || this.pages.some(({ opened }) => opened.hasNextPage),
      hasPreviousPage: this.pages.some(({ opened }) => opened.hasPreviousPage),
      startCursor: first ? this.cursorAfter(first) : null,
      endCursor: last ? this.cursorAfter(last) : null,
      __typename: typeName,
    };
    return Object.fromEntries(fields.map(({ key, name }) => [key, values[name]]));
  }

  private cursorAfter(edge: MergedEdge): string {
    return cursorAfter(this.asked.place, edge.cursor, this.missing);
  }

  private cut(alias: string): Cut {
    const known = this.cuts.get(alias) ?? mergeEdges(this.pages, alias, this.asked.first);
    this.cuts.set(alias, known);
    return known;
  }
}

const firstEdge = Buffer.from('[{');
const nextEdge = Buffer.from('},{');
const endOfEdges = Buffer.from('}]');
const noEdges = Buffer.from('[]');
