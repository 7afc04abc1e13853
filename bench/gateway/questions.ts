import { applicationId, divisions, entriesOfCity } from './cities.js';

/** What is measured. */
export const works = ['read', 'list', 'page', 'join'] as const;
/** One of them. */
export type Work = (typeof works)[number];

/** How a contestant is asked: in the product's contract, or as a federation can say the same. */
export type Dialect = 'contract' | 'federation';

const applicationFields = `id applicationNo itemKey itemName state mode intakeDivision competentDivision applicantName
  agentName submittedAt acceptedAt dueOn committedDays materials { key name origin pages }`;
const noticeFields = 'id division title itemKey kind channel publishedAt validUntil reads urgent';

const contract: Readonly<Record<Work, string>> = {
  read: `query ($id: ID!) { application(id: $id) { ${applicationFields} } }`,
  list: `{ notices { ${noticeFields} } }`,
  page: `query ($first: Int!) { noticePage(first: $first) { totalCount edges { cursor node { ${noticeFields} } }
    pageInfo { hasNextPage endCursor } } }`,
  join: `query ($division: ID!) { handovers(division: $division) { id sentAt window courier
    application { id applicationNo itemName state dueOn } } }`,
};

/** The request bodies of a work over the first `cities` cities, as a client writes them; a slice goes round them. */
export function bodiesOf(work: Work, dialect: Dialect, cities: number): string[] {
  const codes = divisions(cities);
  const query = (division: string): string =>
    dialect === 'contract' ? contract[work] : federated(work, division, codes);
  switch (work) {
    case 'read':
      return codes.flatMap((division) =>
        indices.map((index) => bodyOf(query(division), { id: applicationId(division, index) })),
      );
    case 'list':
      return [bodyOf(query(''))];
    case 'page':
      return [bodyOf(query(''), { first: 20 })];
    case 'join':
      return codes.slice(0, -1).map((division) => bodyOf(query(division), { division }));
  }
}

const indices = Array.from({ length: entriesOfCity }, (_, index) => index);

function bodyOf(query: string, variables?: object): string {
  return JSON.stringify({ query: query.replaceAll(/\s+/g, ' '), variables });
}

/** A field has one owner in a federation: the read names its city, the list names each of them. */
function federated(work: Work, division: string, codes: readonly string[]): string {
  if (work === 'read')
    return `query ($id: ID!) { application: application${division}(id: $id) { ${applicationFields} } }`;
  if (work === 'list') return `{ ${codes.map((code) => `notices${code} { ${noticeFields} }`).join(' ')} }`;
  throw new Error(`A federation is not asked for ${work}`);
}
